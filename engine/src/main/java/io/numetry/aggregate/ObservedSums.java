package io.numetry.aggregate;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;

/**
 * What one registration's observed instruments were last told. Windows are told by how much a sum
 * has grown, so that the parts of several cores add up.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class ObservedSums {
  private final NodeSet set;

  /** By cell; a long, or the bits of a double. Zero before the first observation. */
  private final long[] last;

  ObservedSums(NodeSet set) {
    this.set = set;
    this.last = new long[set.cells().length];
  }

  /** Takes in an observed cell of a sealed half. */
  void observe(NodeCell cell, int[] series, long sealedCell) {
    change(cell, series, NativeAccess.getLong(sealedCell));
  }

  /**
   * The registration ends, and the series go on with others': what was observed here and can shrink
   * is not there any longer. What only grows has happened, and stays.
   */
  void leave(int[] series) {
    for (NodeCell cell : set.cells()) {
      if (last[cell.index()] != 0
          && cell.instrument().kind() == InstrumentKind.OBSERVE_UP_DOWN_COUNTER) {
        change(cell, series, 0);
      }
    }
  }

  private void change(NodeCell cell, int[] series, long observed) {
    long before = last[cell.index()];
    last[cell.index()] = observed;
    boolean monotonic = cell.instrument().kind().isMonotonic();
    if (cell.instrument().valueType() == ValueType.LONG) {
      boolean restarted = monotonic && observed < before;
      cell.grow(series, restarted ? observed : observed - before);
    } else {
      double now = Double.longBitsToDouble(observed);
      double then = Double.longBitsToDouble(before);
      if (monotonic && now < then) {
        cell.grow(series, now, 0);
      } else {
        double difference = now - then;
        double taken = difference - now;
        double lost = (now - (difference - taken)) - (then + taken);
        cell.grow(series, difference, lost);
      }
    }
  }
}
