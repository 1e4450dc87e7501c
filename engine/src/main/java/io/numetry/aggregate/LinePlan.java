package io.numetry.aggregate;

import io.numetry.bank.BankDescriptor;
import io.numetry.record.TouchedMarks;
import org.jspecify.annotations.Nullable;

/**
 * What is in a cache line of a metric set's slots, alike in all of them: where each cell goes to.
 * Only of sets whose streams all have the same series, and that observe nothing: then a line's
 * series is all that a drain has to know besides.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class LinePlan {
  static final int WORDS = BankDescriptor.SLOT_ALIGNMENT_BYTES / Long.BYTES;

  /** Tells the compiler which words there are. */
  private static final int LAST_WORD = WORDS - 1;

  /** By the word of the line that a cell begins with; null where none does. */
  private final @Nullable NodeCell[] cells;

  LinePlan(@Nullable NodeCell[] cells) {
    this.cells = cells;
  }

  /**
   * Takes a line's touched cells into the node bank and empties them.
   *
   * @param line address of the line in the sealed half
   * @param marks the line's marks, one bit a cell, which the caller takes away
   */
  void drain(long line, long marks, int series) {
    for (long left = marks; left != 0; left &= left - 1) {
      int word = Long.numberOfTrailingZeros(left) >>> TouchedMarks.WORD_SHIFT;
      NodeCell cell = cells[word & LAST_WORD];
      if (cell != null) {
        cell.drain(series, line + ((long) word << TouchedMarks.WORD_SHIFT));
      }
    }
  }
}
