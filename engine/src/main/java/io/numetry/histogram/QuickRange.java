package io.numetry.histogram;

import io.numetry.schema.ExponentialLayout;

/**
 * The quick range of a cell: one compare with it tells that a value is positive, finite and normal,
 * and that its bucket is in use, so that recording it takes no other branch.
 *
 * <p>{@link ExponentialIndex#coarse} gives every bit pattern some index. Those that stand for no
 * positive, finite, normal value get these, in units of scale 20:
 *
 * <ul>
 *   <li>zero and subnormals: from {@code -1023 * 2^20 - 1} to {@code -1022 * 2^20 - 1}, the last of
 *       which is the smallest normal double's too
 *   <li>infinity: {@code 1024 * 2^20 - 1}, which is the largest double's too; NaNs: more
 *   <li>negative numbers, their infinity and NaNs: less than {@code -1023 * 2^20} or more than
 *       {@code 1024 * 2^20}
 * </ul>
 *
 * <p>So a range that lies between the smallest normal double's bucket and the largest double's, and
 * has neither, has none of them.
 */
final class QuickRange {
  private static final int SMALLEST_NORMAL = (-1022 << ExponentialIndex.FINE_SCALE) - 1;
  private static final int LARGEST = (1024 << ExponentialIndex.FINE_SCALE) - 1;

  private QuickRange() {}

  /** True if values may be recorded to a positive range by one compare. */
  static boolean allows(long range, ExponentialLayout layout) {
    int scale = layout.maxScale() - RangeWord.down(range);
    int shift = ExponentialIndex.FINE_SCALE - scale;
    return scale <= ExponentialIndex.COARSE_SCALE
        && RangeWord.low(range) > SMALLEST_NORMAL >> shift
        && RangeWord.high(range) < LARGEST >> shift;
  }

  /**
   * Whether a bucket is out of the range, or its position out of the cell, whatever the words of
   * the cell say: where a rule of threads was broken, or a set was used after its end, others'
   * words may stand there, and no neighbour is to suffer for it. All in one sign bit: it is set by
   * a number below zero, and by one above the most.
   *
   * @param relative the bucket's index less the range's base
   * @param position where its count would be
   */
  static boolean isOutside(long range, int relative, int position, int maxBuckets) {
    int fromLowest = relative + RangeWord.below(range);
    int most = RangeWord.width(range) - 1;
    return (fromLowest | (most - fromLowest) | position | (maxBuckets - 1 - position)) < 0;
  }
}
