package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.relay.PartialSums;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.ReservedKeys;
import io.numetry.view.MetricStream;
import io.numetry.view.StreamGroup;
import io.numetry.view.ViewedSet;
import io.numetry.window.Column;
import io.numetry.window.SeriesTable;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A metric set on a node: the series of its registrations, and where each cell goes: to a column in
 * every window, for each stream that its instrument has.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeSet {
  private static final Attributes OVERFLOW =
      Attributes.builder().put(ReservedKeys.OVERFLOW, true).build();

  private final ViewedSet set;
  private final SlotPlan plan;
  private final SeriesTable[] tables;
  private final List<List<SetWindow>> windowsByGroup = new ArrayList<>();

  /** By instrument; empty for one that is not sent. */
  private final Target[][] targets;

  /** One column that an instrument's values go to. */
  private static final class Target {
    final Column column;
    private final int group;
    private final int[] combinations;

    Target(Column column, int group, int[] combinations) {
      this.column = column;
      this.group = group;
      this.combinations = combinations;
    }

    int point(int[] series, int combination) {
      return series[group] * column.combinations() + combinations[combination];
    }
  }

  NodeSet(ViewedSet set, List<Window> windows, int maxSeries) {
    this.set = set;
    this.plan = new SlotPlan(set.descriptor());
    this.tables = new SeriesTable[set.groups().size()];
    List<List<Target>> found = new ArrayList<>();
    set.descriptor().instruments().forEach(instrument -> found.add(new ArrayList<>()));
    for (int g = 0; g < tables.length; g++) {
      StreamGroup group = set.groups().get(g);
      tables[g] = new SeriesTable(set, group, maxSeries);
      windowsByGroup.add(new ArrayList<>());
      for (Window window : windows) {
        SetWindow columns = window.addSet(tables[g]);
        windowsByGroup.get(g).add(columns);
        for (int s = 0; s < group.streams().size(); s++) {
          MetricStream stream = group.streams().get(s);
          int[] combinations = stream.combinations().stream().mapToInt(Integer::intValue).toArray();
          found.get(stream.instrument()).add(new Target(columns.column(s), g, combinations));
        }
      }
    }
    this.targets = found.stream().map(each -> each.toArray(Target[]::new)).toArray(Target[][]::new);
  }

  ViewedSet set() {
    return set;
  }

  SlotPlan plan() {
    return plan;
  }

  SeriesTable table(int group) {
    return tables[group];
  }

  /** Live series of all groups. */
  int seriesCount() {
    int count = 0;
    for (SeriesTable table : tables) {
      count += table.size();
    }
    return count;
  }

  /**
   * Counts a registration; returns its series' index in each group. Past the limit that is the
   * overflow series, so that memory stays bounded and sums stay whole (specification, "Cardinality
   * limits").
   */
  int[] register(Attributes entity, Attributes level, long startUnixNanos) {
    int[] series = new int[tables.length];
    for (int g = 0; g < tables.length; g++) {
      try {
        series[g] = register(g, entity, level, startUnixNanos);
      } catch (RuntimeException | Error failure) {
        for (int done = 0; done < g; done++) {
          tables[done].unregister(series[done]);
        }
        throw failure;
      }
    }
    return series;
  }

  /** Counts a registration in one group. */
  int register(int group, Attributes entity, Attributes level, long startUnixNanos) {
    SeriesTable table = tables[group];
    Attributes attributes = table.group().filter().apply(entity).with(level);
    if (table.isFullFor(attributes)) {
      attributes = OVERFLOW.with(level);
    }
    return table.register(attributes, startUnixNanos);
  }

  /** Takes back a registration that was closed; its series end with the last. */
  void unregister(int[] series) {
    for (int g = 0; g < tables.length; g++) {
      tables[g].unregister(series[g]);
    }
  }

  /** Takes back a registration that went with its core; its series' sums stay. */
  void retire(int[] series) {
    for (int g = 0; g < tables.length; g++) {
      tables[g].retire(series[g]);
    }
  }

  /** True if a registration's series have others, too. */
  boolean hasOthers(int[] series) {
    for (int g = 0; g < tables.length; g++) {
      if (tables[g].registrations(series[g]) > 1) {
        return true;
      }
    }
    return false;
  }

  /** Takes a touched cell of a sealed half into every window. */
  void merge(int cell, int[] series, long sealedCell) {
    int combination = plan.combination(cell);
    for (Target target : targets[plan.instrument(cell)]) {
      target.column.merge(target.point(series, combination), sealedCell);
    }
  }

  /** An observed sum of longs has grown. */
  void grow(int cell, int[] series, long by) {
    int combination = plan.combination(cell);
    for (Target target : targets[plan.instrument(cell)]) {
      target.column.grow(target.point(series, combination), by);
    }
  }

  /** An observed sum of doubles has grown by {@code high + low}. */
  void grow(int cell, int[] series, double high, double low) {
    int combination = plan.combination(cell);
    for (Target target : targets[plan.instrument(cell)]) {
      target.column.grow(target.point(series, combination), high, low);
    }
  }

  /**
   * Takes in a point of another node's window.
   *
   * @param seriesOfNode this node's series for each of the other's
   * @param point of the other node
   * @return bytes that the cell takes in a frame of partial sums
   */
  int mergePartial(int group, int stream, int[] seriesOfNode, int point, long cell) {
    InstrumentDescriptor instrument = set.groups().get(group).streams().get(stream).descriptor();
    int combinations = instrument.combinations();
    int here = seriesOfNode[point / combinations] * combinations + point % combinations;
    List<SetWindow> windows = windowsByGroup.get(group);
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).column(stream).mergePartial(here, cell);
    }
    return PartialSums.cellBytes(instrument, cell);
  }

  /** A stream's column in each window. */
  List<Column> columns(int group, int stream) {
    return windowsByGroup.get(group).stream().map(window -> window.column(stream)).toList();
  }
}
