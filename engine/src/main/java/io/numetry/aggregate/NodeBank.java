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
  private static final Attributes OVERFLOW =
      Attributes.builder().put("otel.metric.overflow", true).build();

  private final Map<MetricSetDescriptor, Integer> places = new HashMap<>();
  private final List<SeriesTable> tables = new ArrayList<>();
  private final List<Window> windows;
  private final long allWindows;
  private final int maxSeries;

  /**
   * @param maxSeries of one metric set, before they overflow
   */
  NodeBank(List<Window> windows, int maxSeries) {
    this.windows = List.copyOf(windows);
    this.maxSeries = maxSeries;
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
    var table = new SeriesTable(descriptor, maxSeries);
    tables.add(table);
    places.put(descriptor, place);
    for (Window window : windows) {
      window.addSet(table);
    }
    return place;
  }

  /**
   * Counts a registration; returns its series' index. Past the limit that is the overflow series,
   * so that memory stays bounded and sums stay whole (specification, "Cardinality limits").
   */
  int register(int place, Attributes entity, Attributes level, long startUnixNanos) {
    SeriesTable table = tables.get(place);
    Attributes attributes = entity.with(level);
    if (table.isFullFor(attributes)) {
      attributes = OVERFLOW.with(level);
    }
    return table.register(attributes, startUnixNanos);
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
