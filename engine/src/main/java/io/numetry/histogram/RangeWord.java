package io.numetry.histogram;

/**
 * The packed word of a range of bucket indexes; its fields are drawn in {@link
 * io.numetry.schema.ExponentialLayout}.
 */
final class RangeWord {
  static final int DOWN_BITS = 5;
  static final int WIDTH_BITS = 14;
  static final int POSITION_SHIFT = DOWN_BITS + WIDTH_BITS;
  static final int DOWN_MASK = (1 << DOWN_BITS) - 1;
  static final int WIDTH_MASK = (1 << WIDTH_BITS) - 1;

  /** Of an empty range: the first bucket goes to the middle. */
  static final int NO_BASE = 0;

  /** In place of {@code down} in the word of a compact copy's negative range. */
  static final int COMPACT = 1;

  private RangeWord() {}

  static long of(int base, int low, int high, int down) {
    return (long) base << Integer.SIZE
        | (long) (low - base) << POSITION_SHIFT
        | (long) (high - low + 1) << DOWN_BITS
        | down;
  }

  /** An empty range: only the scale is told. */
  static long empty(int down) {
    return down;
  }

  /** An empty range that begins at the scale of another, and with its base. */
  static long emptyLike(long word) {
    return word & (-1L << Integer.SIZE | DOWN_MASK);
  }

  static int base(long word) {
    return (int) (word >>> Integer.SIZE);
  }

  /** Position of the lowest index in use. */
  static int lowPosition(long word) {
    return (int) word >>> POSITION_SHIFT;
  }

  static int width(long word) {
    return (int) word >>> DOWN_BITS & WIDTH_MASK;
  }

  static int down(long word) {
    return (int) word & DOWN_MASK;
  }

  static boolean isEmpty(long word) {
    return width(word) == 0;
  }

  /**
   * True if the word can have been written as a range: every index has a position, and some double
   * has every index.
   *
   * @param maxIndex the largest index, and but for one the smallest, that a double has at the scale
   */
  static boolean isSound(long word, int maxBuckets, long maxIndex) {
    int width = width(word);
    if (width == 0) {
      return lowPosition(word) == 0;
    }
    long low = (long) base(word) + lowPosition(word);
    return lowPosition(word) + width <= maxBuckets
        && low >= -maxIndex - 1
        && low + width - 1 <= maxIndex;
  }

  static int low(long word) {
    return base(word) + lowPosition(word);
  }

  static int high(long word) {
    return low(word) + width(word) - 1;
  }

  static boolean contains(long word, int index) {
    return Integer.compareUnsigned(index - low(word), width(word)) < 0;
  }

  /** Position of an index in use. */
  static int position(long word, int index) {
    return index - base(word);
  }

  /** The least right shift of the indexes that leaves no more than {@code maxBuckets}. */
  static int shiftToFit(int low, int high, int maxBuckets) {
    int shift = 0;
    // As longs: at scale 20 all doubles span more than an int tells.
    while ((long) (high >> shift) - (low >> shift) >= maxBuckets) {
      shift++;
    }
    return shift;
  }
}
