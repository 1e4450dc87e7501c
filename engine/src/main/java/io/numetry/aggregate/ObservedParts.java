package io.numetry.aggregate;

import io.numetry.histogram.Sums;
import io.numetry.memory.NativeAccess;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;
import io.numetry.view.MetricStream;
import java.util.Arrays;
import java.util.List;

/**
 * What one node has told the root of its observed up-down counters, in one group of a set: its part
 * of sums over all nodes, which goes with the node's last core that observes it.
 *
 * <p>Threads: the root's aggregator alone.
 */
final class ObservedParts {
  private final List<MetricStream> streams;

  /** By stream, then by the node's point; longs, or the bits of doubles. */
  private final long[][] parts;

  ObservedParts(List<MetricStream> streams) {
    this.streams = streams;
    this.parts = new long[streams.size()][];
    Arrays.setAll(parts, stream -> new long[0]);
  }

  /** The node's part has grown by what a column's cell says. */
  void add(int stream, int point, long cell) {
    InstrumentDescriptor instrument = instrument(stream);
    if (instrument.kind() != InstrumentKind.OBSERVE_UP_DOWN_COUNTER) {
      return;
    }
    if (point >= parts[stream].length) {
      parts[stream] = Arrays.copyOf(parts[stream], Math.max(point + 1, parts[stream].length * 2));
    }
    long part = parts[stream][point];
    parts[stream][point] =
        instrument.valueType() == ValueType.LONG
            ? Sums.add(part, NativeAccess.getLong(cell))
            : Double.doubleToRawLongBits(
                Sums.add(Double.longBitsToDouble(part), NativeAccess.getDouble(cell)));
  }

  /**
   * Forgets the parts of a series of the node's.
   *
   * @param set takes them out of its sums
   * @param rootSeries the root's series that they are in, or a negative number to leave them there
   */
  void leave(NodeSet set, int group, int nodeSeries, int rootSeries) {
    for (int stream = 0; stream < parts.length; stream++) {
      int combinations = instrument(stream).combinations();
      for (int c = 0; c < combinations; c++) {
        int point = nodeSeries * combinations + c;
        if (point < parts[stream].length && parts[stream][point] != 0) {
          if (rootSeries >= 0) {
            take(set, group, stream, rootSeries * combinations + c, parts[stream][point]);
          }
          parts[stream][point] = 0;
        }
      }
    }
  }

  private void take(NodeSet set, int group, int stream, int point, long part) {
    if (instrument(stream).valueType() == ValueType.LONG) {
      set.columns(group, stream).forEach(column -> column.grow(point, -part));
    } else {
      double value = Double.longBitsToDouble(part);
      set.columns(group, stream).forEach(column -> column.grow(point, -value, 0));
    }
  }

  private InstrumentDescriptor instrument(int stream) {
    return streams.get(stream).descriptor();
  }
}
