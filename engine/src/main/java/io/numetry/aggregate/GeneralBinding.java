package io.numetry.aggregate;

import io.numetry.record.TouchedMarks;
import io.numetry.registry.SetRegistration;
import org.jspecify.annotations.Nullable;

/**
 * A slot of any set: its cells may go to series of several groups, and what observed instruments
 * were last told is kept here.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class GeneralBinding extends SlotBinding {
  /** Copies of the registration's and the set's, so that a drain has fewer objects to look at. */
  private final long slotOffset;

  private final @Nullable NodeCell[] cellsByWord;
  private final int[] series;
  private final @Nullable ObservedSums observed;

  /**
   * @param series of the registration, by group
   */
  GeneralBinding(SetRegistration registration, NodeSet set, int[] series) {
    super(registration, set);
    this.slotOffset = registration.slotOffset();
    this.cellsByWord = set.cellsByWord();
    this.series = series;
    this.observed = set.observesAny() ? new ObservedSums(set) : null;
  }

  @Override
  int drainLine(long half, long lineOffset, long marks) {
    int firstWord = (int) (lineOffset - slotOffset) >>> TouchedMarks.WORD_SHIFT;
    int merged = 0;
    for (long left = marks; left != 0; ) {
      int word = Long.numberOfTrailingZeros(left) >>> TouchedMarks.WORD_SHIFT;
      left &= ~(0xFFL << (word << TouchedMarks.WORD_SHIFT));
      NodeCell cell = cellsByWord[firstWord + word];
      if (cell != null) {
        long address = half + lineOffset + ((long) word << TouchedMarks.WORD_SHIFT);
        if (observed != null && cell.instrument().kind().isObserved()) {
          observed.observe(cell, series, address);
          cell.clear(address);
        } else {
          cell.drain(series, address);
        }
        merged++;
      }
    }
    return merged;
  }

  @Override
  int[] series() {
    return series;
  }

  @Override
  void take(NodeCell cell, long address) {
    if (observed != null && cell.instrument().kind().isObserved()) {
      observed.observe(cell, series, address);
    } else {
      cell.merge(series, address);
    }
  }

  @Override
  void leave() {
    if (observed != null && set().hasOthers(series)) {
      observed.leave(series);
    }
  }
}
