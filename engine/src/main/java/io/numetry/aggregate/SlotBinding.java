package io.numetry.aggregate;

import io.numetry.memory.NativeAccess;
import io.numetry.record.TouchedMarks;
import io.numetry.registry.SetRegistration;
import org.jspecify.annotations.Nullable;

/**
 * What the aggregator knows of a slot: whose cells they are, and which series they go to.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class SlotBinding {
  private final SetRegistration registration;

  /** Copies of the registration's, so that a drain has one object less to look at. */
  private final long slotOffset;

  private final int slotBytes;
  private final NodeSet set;
  private final @Nullable NodeCell[] cellsByWord;
  private final int[] series;
  private final @Nullable ObservedSums observed;

  SlotBinding(SetRegistration registration, NodeSet set, int[] series) {
    this.registration = registration;
    this.slotOffset = registration.slotOffset();
    this.slotBytes = registration.descriptor().slotBytes();
    this.set = set;
    this.cellsByWord = set.cellsByWord();
    this.series = series;
    this.observed = set.observesAny() ? new ObservedSums(set) : null;
  }

  SetRegistration registration() {
    return registration;
  }

  long slotOffset() {
    return slotOffset;
  }

  /** True if its lines can be drained by plans and one series. */
  boolean isPlain() {
    return series.length == 1 && observed == null;
  }

  /** One for each line of the slot. */
  LinePlan[] plans() {
    return set.plans();
  }

  /** The series of all cells of a plain set. */
  int plainSeries() {
    return series[0];
  }

  int slotBytes() {
    return slotBytes;
  }

  /**
   * Takes the touched cells of a line of a sealed half into the node bank and empties them.
   *
   * @param lineOffset of the line in the half
   * @param marks the line's marks, which the caller takes away
   * @return cells merged
   */
  int drainLine(long half, long lineOffset, long marks) {
    int firstWord = (int) (lineOffset - slotOffset) >>> TouchedMarks.WORD_SHIFT;
    int merged = 0;
    for (long left = marks; left != 0; ) {
      int word = Long.numberOfTrailingZeros(left) >>> TouchedMarks.WORD_SHIFT;
      left &= ~(0xFFL << (word << TouchedMarks.WORD_SHIFT));
      NodeCell cell = cellsByWord[firstWord + word];
      if (cell != null) {
        long address = half + lineOffset + ((long) word << TouchedMarks.WORD_SHIFT);
        if (isObserved(cell)) {
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

  /** Takes in the touched cells of a half that is its owner's still, and leaves them alone. */
  int read(long half) {
    int merged = 0;
    for (NodeCell cell : set.cells()) {
      long offset = slotOffset + cell.offset();
      if (NativeAccess.getByte(half + TouchedMarks.markOffset(offset)) != TouchedMarks.UNTOUCHED) {
        if (isObserved(cell)) {
          observed.observe(cell, series, half + offset);
        } else {
          cell.merge(series, half + offset);
        }
        merged++;
      }
    }
    return merged;
  }

  /** The set was closed: its series end, unless others record to them. */
  void end() {
    leave();
    set.unregister(series);
  }

  /** The set's core is gone; what it counted stays in sums over several cores. */
  void retire() {
    leave();
    set.retire(series);
  }

  private void leave() {
    if (observed != null && set.hasOthers(series)) {
      observed.leave(series);
    }
  }

  private boolean isObserved(NodeCell cell) {
    return observed != null && cell.instrument().kind().isObserved();
  }
}
