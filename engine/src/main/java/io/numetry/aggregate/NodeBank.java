package io.numetry.aggregate;

import io.numetry.view.ViewedSet;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A node's values: the series of all its cores, and a window on them for each reader.
 *
 * <p>Sets of {@link AggregationLevel#PROCESS} are not this node's to export: they go to the window
 * of their relay, which takes their partial sums to the root. On the root itself there is none.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeBank {
  private final IdentityHashMap<ViewedSet, NodeSet> sets = new IdentityHashMap<>();
  private final List<NodeSet> inOrder = new ArrayList<>();
  private final List<Window> readers;
  private final List<Window> relays;
  private final Levels levels;
  private final int maxSeries;

  /**
   * @param readers windows that are exported here
   * @param relays windows of what is exported elsewhere; one or none
   * @param maxSeries of one metric set, before they overflow
   */
  NodeBank(List<Window> readers, List<Window> relays, Levels levels, int maxSeries) {
    this.readers = List.copyOf(readers);
    this.relays = List.copyOf(relays);
    this.levels = levels;
    this.maxSeries = maxSeries;
  }

  Levels levels() {
    return levels;
  }

  /** A metric set's part of the node. */
  NodeSet set(ViewedSet viewed) {
    NodeSet known = sets.get(viewed);
    if (known != null) {
      return known;
    }
    boolean elsewhere =
        levels.of(viewed.descriptor()) == AggregationLevel.PROCESS && !relays.isEmpty();
    var made = new NodeSet(viewed, elsewhere ? relays : readers, maxSeries);
    sets.put(viewed, made);
    inOrder.add(made);
    return made;
  }

  /** Live series of all sets. */
  int seriesCount() {
    int count = 0;
    for (int i = 0; i < inOrder.size(); i++) {
      count += inOrder.get(i).seriesCount();
    }
    return count;
  }

  void close() {
    readers.forEach(Window::close);
    relays.forEach(Window::close);
  }
}
