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
  /** A line of cells has eight words, whose marks are the bytes of one. */
  private static final int LINE_WORDS = Long.BYTES;

  private final SetRegistration registration;

  /** Copies of the registration's, so that a drain has one object less to look at. */
  private final long slotOffset;

  private final int slotBytes;
  private final NodeSet set;
  private final SlotPlan plan;
  private final int[] series;
  private final @Nullable ObservedSums observed;

  SlotBinding(SetRegistration registration, NodeSet set, int[] series) {
    this.registration = registration;
    this.slotOffset = registration.slotOffset();
    this.slotBytes = registration.descriptor().slotBytes();
    this.set = set;
    this.plan = set.plan();
    this.series = series;
    this.observed = plan.observesAny() ? new ObservedSums(set) : null;
  }

  SetRegistration registration() {
    return registration;
  }

  long slotOffset() {
    return slotOffset;
  }

  int slotBytes() {
    return slotBytes;
  }

  /**
   * Takes the touched cells of a line of a sealed half into the node bank and empties them.
   *
   * @param line of the slot
   * @param marks the line's marks, which the caller takes away
   * @return cells merged
   */
  int drainLine(long half, int line, long marks) {
    int merged = 0;
    for (long left = marks; left != 0; ) {
      int word = Long.numberOfTrailingZeros(left) >>> TouchedMarks.WORD_SHIFT;
      left &= ~(0xFFL << (word << TouchedMarks.WORD_SHIFT));
      int cell = plan.cellOfWord(line * LINE_WORDS + word);
      if (cell >= 0) {
        long address = half + slotOffset + plan.offset(cell);
        take(cell, address);
        plan.layout(cell).clear(address);
        merged++;
      }
    }
    return merged;
  }

  /** Takes in the touched cells of a half that is its owner's still, and leaves them alone. */
  int read(long half) {
    int merged = 0;
    for (int cell = 0; cell < plan.cells(); cell++) {
      long offset = slotOffset + plan.offset(cell);
      if (NativeAccess.getByte(half + TouchedMarks.markOffset(offset)) != TouchedMarks.UNTOUCHED) {
        take(cell, half + offset);
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

  private void take(int cell, long address) {
    if (observed != null && plan.isObserved(cell)) {
      observed.observe(cell, series, address);
    } else {
      set.merge(cell, series, address);
    }
  }
}
