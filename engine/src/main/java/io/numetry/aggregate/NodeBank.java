package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.window.SeriesTable;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A node's values: the series of all its cores, and a window on them for each reader.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeBank {
  private final Map<MetricSetDescriptor, Integer> places = new HashMap<>();
  private final List<SeriesTable> tables = new ArrayList<>();
  private final List<Window> windows;
  private final long allWindows;

  NodeBank(List<Window> windows) {
    this.windows = List.copyOf(windows);
    long bits = 0;
    for (Window window : windows) {
      bits |= window.bit();
    }
    this.allWindows = bits;
  }

  List<Window> windows() {
    return windows;
  }

  /** The place of a metric set in all windows. */
  int place(MetricSetDescriptor descriptor) {
    Integer known = places.get(descriptor);
    if (known != null) {
      return known;
    }
    int place = tables.size();
    var table = new SeriesTable(descriptor);
    tables.add(table);
    places.put(descriptor, place);
    for (Window window : windows) {
      window.addSet(table);
    }
    return place;
  }

  /** Counts a registration; returns its series' index. */
  int register(int place, Attributes attributes, long nowUnixNanos) {
    return tables.get(place).register(attributes, nowUnixNanos);
  }

  /** Takes a registration back; its series ends with the last. */
  void unregister(int place, int series) {
    tables.get(place).unregister(series, allWindows);
  }

  /** Takes a touched cell of a sealed half into every window. */
  void merge(int place, int instrument, int series, long sealedCell) {
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).sets().get(place).merge(instrument, series, sealedCell);
    }
  }

  /** Live series of all sets. */
  int seriesCount() {
    int count = 0;
    for (int i = 0; i < tables.size(); i++) {
      count += tables.get(i).size();
    }
    return count;
  }

  void close() {
    windows.forEach(Window::close);
  }
}
