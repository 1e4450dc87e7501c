package io.numetry.record;

/**
 * The map of touched cells at the start of each half: one byte for each 8-byte word, so that a
 * cache line of cells has one 8-byte word of marks. A cell's mark is that of its first word.
 */
public final class TouchedMarks {
  /** From a word's offset in the half to its mark's. */
  public static final int WORD_SHIFT = 3;

  public static final byte TOUCHED = 1;
  public static final byte UNTOUCHED = 0;

  private TouchedMarks() {}

  /** Offset of the mark of the cell at {@code offset}, both from the half's base. */
  public static long markOffset(long offset) {
    return offset >>> WORD_SHIFT;
  }
}
