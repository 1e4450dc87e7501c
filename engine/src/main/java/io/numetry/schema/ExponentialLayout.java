package io.numetry.schema;

/**
 * Layout of a base-2 exponential histogram's cell: nine words, then the buckets' counts, {@code
 * long} each. Bucket {@code i} of a scale holds the values in {@code (base^i, base^(i+1)]}, where
 * {@code base = 2^(2^-scale)}. A cell of zeros is empty, and is at the maximum scale. One of zeros
 * but for {@code down} and {@code base} is empty, too; recording goes on at that scale and, unless
 * {@code base} is zero, with that base.
 *
 * <pre>
 *  0       8       16      24      32      40      48      56      64      72        72 + 8 * maxBuckets
 *  +-------+-------+-------+-------+-------+-------+-------+-------+-------+----------+----------+
 *  | quick | quick | quick |  sum  |  min  |  max  | zero  | pos.  | neg.  | positive | negative |
 *  |shift, | low   | span  |       |       |       | count | range | range | buckets  | buckets  |
 *  | base  |       |       |       |       |       |       |       |       |          |          |
 *  +-------+-------+-------+-------+-------+-------+-------+-------+-------+----------+----------+
 * </pre>
 *
 * <p>{@code sum}, {@code min} and {@code max} are all {@code long} or all {@code double}, as the
 * instrument's values are; minimum and maximum mean something only while the cell is not empty.
 * {@code zero count} counts the values that are zero. There is no word for the count: it is the sum
 * of the zero count and of all buckets. The last part is there only with {@code negatives}, and
 * holds values below zero by their magnitude.
 *
 * <p>The words {@code positive range} and {@code negative range} tell which bucket indexes are in
 * use on either side, and the first of them the scale of both.
 *
 * <pre>
 *  63                          32 31            19 18           5 4       0
 *  +-----------------------------+----------------+--------------+---------+
 *  | base: index at position 0   | low            | width        | down    |
 *  +-----------------------------+----------------+--------------+---------+
 * </pre>
 *
 * <ul>
 *   <li>{@code base} (signed): the index of the bucket at position 0; index {@code i} is at
 *       position {@code i - base}
 *   <li>{@code low}: position of the lowest index in use
 *   <li>{@code width}: number of indexes from the lowest to the highest in use; 0 if none is
 *   <li>{@code down}: maximum scale less the scale; in the negative range, 1 marks a compact copy,
 *       whose negative buckets follow the last positive one in use
 * </ul>
 *
 * <p>Words of buckets that are not in use are zero.
 *
 * <p>The first three words are for recording alone. {@code quick low} and {@code quick span}, the
 * latter unsigned, tell of a range of values (longs, or doubles' bits): each is normal, within
 * minimum and maximum, and has its bucket in use. {@code quick shift} and {@code quick base}, both
 * {@code int}, are how it finds that bucket's position.
 *
 * @param maxBuckets most buckets in each of the two ranges, 3 to 8192. Three, because that many are
 *     needed at scale -10 to hold every double, subnormals included; 8192 (a cell of 64 KiB),
 *     because width and below then fill their bits.
 * @param maxScale the scale of an empty cell, -10 to 20
 * @param negatives true if values below zero are recorded
 */
public record ExponentialLayout(int maxBuckets, int maxScale, boolean negatives)
    implements CellLayout {
  public static final int MIN_BUCKETS = 3;
  public static final int MAX_BUCKETS = 8192;
  public static final int MIN_SCALE = -10;
  public static final int MAX_SCALE = 20;

  /** What the OpenTelemetry specification has by default, for values that are never negative. */
  public static final ExponentialLayout DEFAULT = new ExponentialLayout(160, 20, false);

  public static final int QUICK_SHIFT = 0;
  public static final int QUICK_BASE = QUICK_SHIFT + Integer.BYTES;
  public static final int QUICK_LOW = QUICK_BASE + Integer.BYTES;
  public static final int QUICK_SPAN = QUICK_LOW + Long.BYTES;
  public static final int SUM = QUICK_SPAN + Long.BYTES;
  public static final int MIN = SUM + Long.BYTES;
  public static final int MAX = MIN + Long.BYTES;
  public static final int ZERO_COUNT = MAX + Long.BYTES;
  public static final int POSITIVE_RANGE = ZERO_COUNT + Long.BYTES;
  public static final int NEGATIVE_RANGE = POSITIVE_RANGE + Long.BYTES;
  public static final int BUCKETS = NEGATIVE_RANGE + Long.BYTES;

  public ExponentialLayout {
    if (maxBuckets < MIN_BUCKETS || maxBuckets > MAX_BUCKETS) {
      throw new IllegalArgumentException(
          "exponential histogram: maxBuckets=" + maxBuckets + "; write 3 to 8192 instead");
    }
    if (maxScale < MIN_SCALE || maxScale > MAX_SCALE) {
      throw new IllegalArgumentException(
          "exponential histogram: maxScale=" + maxScale + "; write -10 to 20 instead");
    }
  }

  /** Size of a cell, in bytes. */
  @Override
  public int cellBytes() {
    return BUCKETS + maxBuckets * Long.BYTES * (negatives ? 2 : 1);
  }
}
