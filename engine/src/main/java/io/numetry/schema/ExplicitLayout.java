package io.numetry.schema;

import java.util.Arrays;

/**
 * Layout of an explicit-bucket histogram's cell: four words, then one count for each bucket, {@code
 * long} each. Bucket {@code i} holds the values in {@code (boundary(i - 1), boundary(i)]}; the
 * first has no lower limit and the last no upper one. A cell of zeros is empty.
 *
 * <pre>
 *  0       8       16      24      32                     32 + 8 * buckets
 *  +-------+-------+-------+-------+----------------------+
 *  | count |  sum  |  min  |  max  | buckets              |
 *  +-------+-------+-------+-------+----------------------+
 * </pre>
 *
 * <p>{@code sum}, {@code min} and {@code max} are all {@code long} or all {@code double}, as the
 * instrument's values are; minimum and maximum mean something only while the count is not zero.
 *
 * @param boundaries 1 to 8191 finite, strictly increasing upper limits, in the instrument's unit.
 *     The array is copied on its way in and out; a negative zero becomes zero.
 */
// A record, because the compiler takes its field for a constant; what an array would break is
// mended.
@SuppressWarnings("ArrayRecordComponent")
public record ExplicitLayout(double[] boundaries) implements CellLayout {
  public static final int MAX_BOUNDARIES = 8191;

  public static final int COUNT = 0;
  public static final int SUM = COUNT + Long.BYTES;
  public static final int MIN = SUM + Long.BYTES;
  public static final int MAX = MIN + Long.BYTES;
  public static final int BUCKETS = MAX + Long.BYTES;

  /** What the OpenTelemetry specification has by default. */
  public static final ExplicitLayout DEFAULT =
      new ExplicitLayout(
          new double[] {0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000});

  public ExplicitLayout {
    if (boundaries.length < 1 || boundaries.length > MAX_BOUNDARIES) {
      throw new IllegalArgumentException(
          "explicit histogram: boundaries.length="
              + boundaries.length
              + "; write 1 to 8191 boundaries instead");
    }
    boundaries = boundaries.clone();
    for (int i = 0; i < boundaries.length; i++) {
      if (!Double.isFinite(boundaries[i])) {
        throw new IllegalArgumentException(
            "explicit histogram: boundaries["
                + i
                + "]="
                + boundaries[i]
                + " is not finite; write finite boundaries instead: the last bucket has no upper"
                + " limit anyway");
      }
      // Adding zero turns a negative zero into a positive one and changes nothing else.
      boundaries[i] += 0.0;
      if (i > 0 && boundaries[i] <= boundaries[i - 1]) {
        throw new IllegalArgumentException(
            "explicit histogram: boundaries["
                + i
                + "]="
                + boundaries[i]
                + " is not above boundaries["
                + (i - 1)
                + "]="
                + boundaries[i - 1]
                + "; write strictly increasing boundaries instead");
      }
    }
  }

  /** A copy of the boundaries. */
  @Override
  public double[] boundaries() {
    return boundaries.clone();
  }

  /** Upper limit of bucket {@code bucket}, which is not the last. */
  public double boundary(int bucket) {
    return boundaries[bucket];
  }

  /** Number of buckets: one more than boundaries. */
  public int buckets() {
    return boundaries.length + 1;
  }

  /** Size of a cell, in bytes. */
  @Override
  public int cellBytes() {
    return BUCKETS + buckets() * Long.BYTES;
  }

  /**
   * The bucket of a value that is not a NaN: the number of boundaries below it.
   *
   * <p>A binary search without a branch that depends on the value: a compare is the sign of a
   * difference, and the number of steps is that of the boundaries, a constant where the layout is
   * one.
   */
  public int bucketOf(double value) {
    double[] limits = boundaries;
    int from = 0;
    int left = limits.length;
    int steps = Integer.SIZE - Integer.numberOfLeadingZeros(left - 1);
    for (int step = 0; step < steps; step++) {
      int half = left >>> 1;
      from += half & -isBelow(limits[from + half - 1], value);
      left -= half;
    }
    return from + isBelow(limits[from], value);
  }

  /** 1 if {@code limit < value}, else 0. Doubles that differ have a difference other than zero. */
  private static int isBelow(double limit, double value) {
    return (int) (Double.doubleToRawLongBits(limit - value) >>> (Long.SIZE - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExplicitLayout that && Arrays.equals(boundaries, that.boundaries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(boundaries);
  }

  @Override
  public String toString() {
    return "ExplicitLayout[boundaries=" + Arrays.toString(boundaries) + "]";
  }
}
