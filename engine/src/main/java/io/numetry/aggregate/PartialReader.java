package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.relay.PartialNews;
import io.numetry.relay.PartialSums;
import io.numetry.window.SeriesTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The root's end of the way from one node: takes frames of partial sums into the root's node bank.
 *
 * <p>Threads: the root's aggregator alone.
 */
final class PartialReader {
  private static final int NONE = -1;

  private final PartialSums sums;
  private final NodeBank bank;
  private final List<Source> sources = new ArrayList<>();

  /** A group of the node's, and which of the root's series its series are. */
  private static final class Source {
    final NodeSet set;
    final int group;
    final ObservedParts parts;
    int[] series = new int[0];

    Source(NodeSet set, int group) {
      this.set = set;
      this.group = group;
      this.parts = new ObservedParts(set.set().groups().get(group).streams());
    }
  }

  PartialReader(PartialSums sums, NodeBank bank) {
    this.sums = sums;
    this.bank = bank;
  }

  /**
   * Takes in the frame, if there is one.
   *
   * @return bytes of values taken in
   */
  long take() {
    if (!sums.isFull()) {
      return 0;
    }
    // Announced before the values of the frame; ends concern values of earlier frames.
    for (PartialNews piece : sums.news()) {
      switch (piece) {
        case PartialNews.SetOpened opened -> open(opened);
        case PartialNews.SeriesOpened opened -> open(opened);
        case PartialNews.SeriesEnded ended -> end(ended);
      }
    }
    long bytes = sums.bytes();
    sums.forEach(this::merge);
    sums.taken();
    return bytes;
  }

  /** The node has shut down: its series end, its frame's memory goes back. */
  void close() {
    take();
    for (Source source : sources) {
      for (int i = 0; i < source.series.length; i++) {
        endSeries(source, i, true);
      }
    }
    sums.close();
  }

  private void open(PartialNews.SetOpened opened) {
    if (opened.set() == sources.size()) { // else it is told again after a failure
      sources.add(new Source(bank.set(opened.viewed()), opened.group()));
    }
  }

  private void open(PartialNews.SeriesOpened opened) {
    Source source = sources.get(opened.set());
    int node = opened.series();
    if (node >= source.series.length) {
      int before = source.series.length;
      source.series = Arrays.copyOf(source.series, Math.max(node + 1, before * 2));
      Arrays.fill(source.series, before, source.series.length, NONE);
    }
    int series =
        source.set.register(
            source.group, opened.attributes(), Attributes.empty(), opened.startUnixNanos());
    if (source.series[node] != NONE) { // told again after a failure
      source.set.table(source.group).unregister(source.series[node]);
    }
    source.series[node] = series;
  }

  private void end(PartialNews.SeriesEnded ended) {
    endSeries(sources.get(ended.set()), ended.series(), ended.retired());
  }

  private static void endSeries(Source source, int node, boolean retired) {
    if (node >= source.series.length || source.series[node] == NONE) {
      return;
    }
    int series = source.series[node];
    SeriesTable table = source.set.table(source.group);
    boolean othersGoOn = table.registrations(series) > 1;
    source.parts.leave(source.set, source.group, node, othersGoOn ? series : NONE);
    if (retired) {
      table.retire(series);
    } else {
      table.unregister(series);
    }
    source.series[node] = NONE;
  }

  private int merge(int set, int stream, int point, long cell) {
    Source source = sources.get(set);
    source.parts.add(stream, point, cell);
    return source.set.mergePartial(source.group, stream, source.series, point, cell);
  }
}
