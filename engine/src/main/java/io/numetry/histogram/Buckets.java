package io.numetry.histogram;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;

/**
 * The buckets of a cell in use: finding a value's counter, making room for it, lowering the scale.
 * All of it in place; a cell is never copied to grow.
 *
 * <p>Threads and memory: as {@link ExponentialCells}.
 */
final class Buckets {
  private Buckets() {}

  /**
   * Address of the counter of {@code value}: that of its bucket, which is in use afterwards though
   * perhaps still zero, or that of the zeros.
   */
  static long counterOf(long cell, ExponentialLayout layout, double value) {
    if (value == 0) {
      return cell + ExponentialLayout.ZERO_COUNT;
    }
    boolean negative = value < 0;
    int scale = layout.maxScale() - down(cell);
    int index = ExponentialIndex.indexOf(Math.abs(value), scale);
    if (!RangeWord.contains(range(cell, negative), index)) {
      index >>= include(cell, layout, negative, index, index);
    }
    return address(cell, layout, negative, range(cell, negative), index);
  }

  /**
   * Takes the indexes {@code low} to {@code high} of the present scale into the range of use, and
   * lowers the scale as little as that asks for.
   *
   * @return by how much the scale was lowered
   */
  static int include(long cell, ExponentialLayout layout, boolean negative, int low, int high) {
    int max = layout.maxBuckets();
    long range = range(cell, negative);
    boolean first = RangeWord.isEmpty(range);
    int shift =
        RangeWord.shiftToFit(
            first ? low : Math.min(low, RangeWord.low(range)),
            first ? high : Math.max(high, RangeWord.high(range)),
            max);
    if (shift > 0) {
      lowerScale(cell, layout, shift);
      range = range(cell, negative);
    }
    int newLow = low >> shift;
    int newHigh = high >> shift;
    int base = RangeWord.base(range);
    if (first) {
      if (base == RangeWord.NO_BASE || !fit(newLow, newHigh, base, max)) {
        base = middleBase(newLow, newHigh, max);
      }
    } else {
      newLow = Math.min(newLow, RangeWord.low(range));
      newHigh = Math.max(newHigh, RangeWord.high(range));
      if (!fit(newLow, newHigh, base, max)) {
        base = middleBase(newLow, newHigh, max);
        slide(cell, layout, negative, range, base);
      }
    }
    setRange(cell, negative, RangeWord.of(base, newLow, newHigh, RangeWord.down(range)));
    return shift;
  }

  /** True if all indexes have a position, whatever the base is. */
  private static boolean fit(int low, int high, int base, int max) {
    return Integer.compareUnsigned(low - base, max) < 0
        && Integer.compareUnsigned(high - base, max) < 0;
  }

  /** Puts a range in the middle, so that it can grow on either side before it moves again. */
  private static int middleBase(int low, int high, int max) {
    return low - (max - (high - low + 1)) / 2;
  }

  /** Lowers the scale of both ranges by {@code shift}: 2^shift buckets become one. */
  static void lowerScale(long cell, ExponentialLayout layout, int shift) {
    if (shift == 0) {
      return;
    }
    // The positive word last: it has the scale that the moves start from.
    if (layout.negatives()) {
      setRange(cell, true, moveAll(cell, layout, true, shift));
    }
    setRange(cell, false, moveAll(cell, layout, false, shift) + shift);
  }

  /** First word of a range's buckets. */
  static long start(long cell, ExponentialLayout layout, boolean negative) {
    long buckets = cell + ExponentialLayout.BUCKETS;
    if (!negative) {
      return buckets;
    }
    long positiveBuckets =
        isCompact(cell) ? RangeWord.width(range(cell, false)) : (long) layout.maxBuckets();
    return buckets + positiveBuckets * Long.BYTES;
  }

  /** Address of the counter of an index in use. */
  static long address(
      long cell, ExponentialLayout layout, boolean negative, long range, int index) {
    return start(cell, layout, negative) + (long) RangeWord.position(range, index) * Long.BYTES;
  }

  /** Adds to a counter, which stays at the largest long rather than overflow. */
  static void add(long counter, long count) {
    NativeAccess.putLong(counter, saturated(NativeAccess.getLong(counter) + count));
  }

  /** The sum of two counts, unless it overflowed. */
  static long saturated(long sum) {
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Maximum scale less the cell's scale. */
  static int down(long cell) {
    return RangeWord.down(range(cell, false));
  }

  static long range(long cell, boolean negative) {
    return NativeAccess.getLong(cell + word(negative));
  }

  private static void setRange(long cell, boolean negative, long range) {
    NativeAccess.putLong(cell + word(negative), range);
  }

  private static int word(boolean negative) {
    return negative ? ExponentialLayout.NEGATIVE_RANGE : ExponentialLayout.POSITIVE_RANGE;
  }

  private static boolean isCompact(long cell) {
    return RangeWord.down(range(cell, true)) == RangeWord.COMPACT;
  }

  /** Moves the counters to where they are with another base, those first that others go to. */
  private static void slide(
      long cell, ExponentialLayout layout, boolean negative, long range, int base) {
    int low = RangeWord.low(range);
    int high = RangeWord.high(range);
    long slid = RangeWord.of(base, low, high, RangeWord.down(range));
    boolean down = base > RangeWord.base(range);
    for (int k = 0; k < RangeWord.width(range); k++) {
      move(cell, layout, negative, range, slid, down ? low + k : high - k, 0);
    }
  }

  /**
   * Adds each counter to that of its index at the lower scale. In place: from the lowest upward, a
   * counter's new position is never beyond its old one, so what it is added to is either itself or
   * has been moved already.
   *
   * @return the range at the lower scale, whose {@code down} is still the old one
   */
  private static long moveAll(long cell, ExponentialLayout layout, boolean negative, int shift) {
    long range = range(cell, negative);
    if (RangeWord.isEmpty(range)) {
      return RangeWord.empty(RangeWord.down(range));
    }
    int low = RangeWord.low(range);
    int high = RangeWord.high(range);
    long lowered =
        RangeWord.of(
            RangeWord.base(range) >> shift, low >> shift, high >> shift, RangeWord.down(range));
    for (int index = low; index <= high; index++) {
      move(cell, layout, negative, range, lowered, index, shift);
    }
    return lowered;
  }

  private static void move(
      long cell,
      ExponentialLayout layout,
      boolean negative,
      long range,
      long lowered,
      int index,
      int shift) {
    long from = address(cell, layout, negative, range, index);
    long count = NativeAccess.getLong(from);
    NativeAccess.putLong(from, 0);
    add(address(cell, layout, negative, lowered, index >> shift), count);
  }
}
