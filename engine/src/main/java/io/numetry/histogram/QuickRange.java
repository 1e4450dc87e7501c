package io.numetry.histogram;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;

/**
 * The quick range of a cell: values that are recorded by one compare, one shift and one
 * subtraction, whose operands the cell keeps ready for use.
 *
 * <p>The range goes from a positive normal value that was recorded to the greatest that was. So
 * what is in it is normal too, its bucket is in use, and it is neither a new minimum nor a new
 * maximum. The words {@code low} and {@code span} are in the order of the values: longs themselves,
 * and the bits of doubles. {@code value - low < span}, all unsigned, says that a value is in the
 * range; of infinities, NaNs, subnormals, zeros and negatives none is.
 *
 * <p>The position of a value's bucket is {@code (corrected bits >> shift) - base}, see {@link
 * ExponentialIndex#corrected}. Beyond the scale of that table an index is more than a shift, and
 * there is no quick range: all the words are zero then, as in a fresh cell. But while a range of
 * buckets is a single one, as one constant value makes it, all scales are quick: the shift leaves
 * the sign of the index, 0 or -1, and the base is that less the bucket's position.
 *
 * <p>Threads and memory: as {@link ExponentialRecording}.
 */
final class QuickRange {
  /** Of the index that a value has, the sign is left. */
  private static final int TO_SIGN = Long.SIZE - 1;

  private QuickRange() {}

  /**
   * @param word the value as a long, or the value's bits
   */
  static boolean contains(long cell, long word) {
    long low = NativeAccess.getLong(cell + ExponentialLayout.QUICK_LOW);
    long span = NativeAccess.getLong(cell + ExponentialLayout.QUICK_SPAN);
    return Long.compareUnsigned(word - low, span) < 0;
  }

  /**
   * Position of the bucket of a value in the range. Where others' words stand in the cell it may be
   * any other, but one of the cell.
   */
  static int position(long cell, ExponentialLayout layout, long bits) {
    int shift = NativeAccess.getInt(cell + ExponentialLayout.QUICK_SHIFT);
    int index = (int) (ExponentialIndex.corrected(bits) >> shift);
    int position = index - NativeAccess.getInt(cell + ExponentialLayout.QUICK_BASE);
    // No branch: one that is never taken would keep its operands in registers.
    return Math.min(position & (2 * ExponentialLayout.MAX_BUCKETS - 1), layout.maxBuckets() - 1);
  }

  /**
   * Brings the words up to date after a value was recorded.
   *
   * @param word the value as a long, or the value's bits
   */
  static void recorded(long cell, ExponentialLayout layout, double value, long word) {
    long low = NativeAccess.getLong(cell + ExponentialLayout.QUICK_LOW);
    if (value >= Double.MIN_NORMAL) {
      low = low == 0 ? word : Math.min(low, word);
    }
    long range = Buckets.range(cell, false);
    int scale = layout.maxScale() - RangeWord.down(range);
    if (low == 0) {
      return;
    }
    if (scale <= ExponentialIndex.COARSE_SCALE) {
      set(cell, low, ExponentialIndex.MANTISSA_BITS - scale, RangeWord.base(range));
    } else if (RangeWord.width(range) == 1) {
      int sign = RangeWord.low(range) >> (Integer.SIZE - 1);
      set(cell, low, TO_SIGN, sign - RangeWord.lowPosition(range));
    } else {
      clear(cell);
    }
  }

  /** No value is quick afterwards. */
  static void clear(long cell) {
    NativeAccess.zero(cell, ExponentialLayout.SUM);
  }

  private static void set(long cell, long low, int shift, int base) {
    long high = NativeAccess.getLong(cell + ExponentialLayout.MAX);
    NativeAccess.putInt(cell + ExponentialLayout.QUICK_SHIFT, shift);
    NativeAccess.putInt(cell + ExponentialLayout.QUICK_BASE, base);
    NativeAccess.putLong(cell + ExponentialLayout.QUICK_LOW, low);
    NativeAccess.putLong(cell + ExponentialLayout.QUICK_SPAN, high - low + 1);
  }
}
