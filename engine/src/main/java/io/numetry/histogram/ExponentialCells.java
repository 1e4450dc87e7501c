package io.numetry.histogram;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.ValueType;

/**
 * Merges, copies and reads base-2 exponential histograms in native memory, laid out as {@link
 * ExponentialLayout} says; {@link ExponentialRecording} fills them.
 *
 * <p>Memory: {@code cell} is the absolute address of {@link ExponentialLayout#cellBytes()} bytes,
 * aligned to 8; nothing is checked here. All accesses are plain. Threads: one at a time for a cell;
 * who hands a cell from one thread to another orders it. No call allocates, locks or throws.
 *
 * <p>Buckets' counts saturate at {@link Long#MAX_VALUE} where a count is given, or cells merge; one
 * by one nobody gets there.
 */
public final class ExponentialCells {
  /** Of the smallest subnormal; of the largest double it is 1024. */
  private static final int MAX_EXPONENT = 1074;

  private ExponentialCells() {}

  /**
   * Adds what {@code from} has to {@code into}. The scale of {@code into} becomes the lower of the
   * two, or lower still if the union asks for it; {@code from} stays as it is.
   *
   * @param from a cell of the same layout, or a compact copy of one; one that contradicts itself,
   *     because threads broke their rules, is left out
   */
  public static void merge(long into, ExponentialLayout layout, ValueType type, long from) {
    if (isEmpty(from) || !isSound(from, layout)) {
      return;
    }
    boolean wasEmpty = isEmpty(into);
    QuickRange.clear(into);
    if (type == ValueType.LONG) {
      mergeLongs(into, from, wasEmpty);
    } else {
      mergeDoubles(into, from, wasEmpty);
    }
    Buckets.add(into + ExponentialLayout.ZERO_COUNT, zeroCount(from));
    Buckets.lowerScale(into, layout, Math.max(Buckets.down(from) - Buckets.down(into), 0));
    mergeRange(into, layout, from, false);
    if (layout.negatives()) {
      mergeRange(into, layout, from, true);
    }
  }

  /** Makes a cell empty: all its words are zero afterwards. Writes only those in use. */
  public static void clear(long cell, ExponentialLayout layout) {
    if (!isSound(cell, layout)) {
      NativeAccess.zero(cell, layout.cellBytes());
      return;
    }
    clearRange(cell, layout, false);
    if (layout.negatives()) {
      clearRange(cell, layout, true);
    }
    NativeAccess.zero(cell, ExponentialLayout.BUCKETS);
  }

  /**
   * Makes a cell empty that goes on at another's scale and bases, as far as its values allow: its
   * range words tell them, all other words are zero afterwards. So what is recorded next need not
   * find out anew what it took the other to learn.
   *
   * @param like a cell of the same layout that has at least what this one has
   */
  public static void clearLike(long cell, ExponentialLayout layout, long like) {
    clear(cell, layout);
    NativeAccess.putLong(
        cell + ExponentialLayout.POSITIVE_RANGE, RangeWord.emptyLike(Buckets.range(like, false)));
    NativeAccess.putLong(
        cell + ExponentialLayout.NEGATIVE_RANGE, RangeWord.emptyLike(Buckets.range(like, true)));
  }

  /** Size of a compact copy of a cell, in bytes. */
  public static int compactBytes(long cell, ExponentialLayout layout) {
    int buckets = positiveBuckets(cell) + (layout.negatives() ? negativeBuckets(cell) : 0);
    return ExponentialLayout.BUCKETS + buckets * Long.BYTES;
  }

  /**
   * Writes a compact copy: the words before the buckets, the positive buckets in use from the
   * lowest to the highest, then the negative ones in use. It can be read and merged from as any
   * cell, but not recorded to, merged into or cleared.
   *
   * @param to address of {@link #compactBytes} bytes, which need not be zero
   */
  public static void copyCompact(long from, long to, ExponentialLayout layout) {
    NativeAccess.copy(from, to, ExponentialLayout.BUCKETS);
    QuickRange.clear(to);
    NativeAccess.putLong(
        to + ExponentialLayout.POSITIVE_RANGE, fromLowest(Buckets.range(from, false)));
    NativeAccess.putLong(
        to + ExponentialLayout.NEGATIVE_RANGE,
        (fromLowest(Buckets.range(from, true)) & -(1L << RangeWord.DOWN_BITS)) | RangeWord.COMPACT);
    long at = to + ExponentialLayout.BUCKETS;
    int positives = positiveBuckets(from);
    for (int k = 0; k < positives; k++) {
      NativeAccess.putLong(at, positiveCount(from, layout, k));
      at += Long.BYTES;
    }
    int negatives = layout.negatives() ? negativeBuckets(from) : 0;
    for (int k = 0; k < negatives; k++) {
      NativeAccess.putLong(at, negativeCount(from, layout, k));
      at += Long.BYTES;
    }
  }

  /** True if nothing has been recorded since the cell was zero. */
  public static boolean isEmpty(long cell) {
    return RangeWord.isEmpty(Buckets.range(cell, false))
        && RangeWord.isEmpty(Buckets.range(cell, true))
        && zeroCount(cell) == 0;
  }

  public static int scale(long cell, ExponentialLayout layout) {
    return layout.maxScale() - Buckets.down(cell);
  }

  /** Number of values: the zeros and all buckets. */
  public static long count(long cell, ExponentialLayout layout) {
    long count = zeroCount(cell);
    int positives = positiveBuckets(cell);
    for (int k = 0; k < positives; k++) {
      count = Buckets.saturated(count + positiveCount(cell, layout, k));
    }
    int negatives = layout.negatives() ? negativeBuckets(cell) : 0;
    for (int k = 0; k < negatives; k++) {
      count = Buckets.saturated(count + negativeCount(cell, layout, k));
    }
    return count;
  }

  public static long zeroCount(long cell) {
    return NativeAccess.getLong(cell + ExponentialLayout.ZERO_COUNT);
  }

  /** Sum of a cell of longs. */
  public static long sumLong(long cell) {
    return NativeAccess.getLong(cell + ExponentialLayout.SUM);
  }

  /** Sum of a cell of doubles. */
  public static double sumDouble(long cell) {
    return NativeAccess.getDouble(cell + ExponentialLayout.SUM);
  }

  /** Minimum of a cell of longs that is not empty. */
  public static long minLong(long cell) {
    return NativeAccess.getLong(cell + ExponentialLayout.MIN);
  }

  /** Minimum of a cell of doubles that is not empty. */
  public static double minDouble(long cell) {
    return NativeAccess.getDouble(cell + ExponentialLayout.MIN);
  }

  /** Maximum of a cell of longs that is not empty. */
  public static long maxLong(long cell) {
    return NativeAccess.getLong(cell + ExponentialLayout.MAX);
  }

  /** Maximum of a cell of doubles that is not empty. */
  public static double maxDouble(long cell) {
    return NativeAccess.getDouble(cell + ExponentialLayout.MAX);
  }

  /** Sum as a double, whatever the values' type. */
  public static double sum(long cell, ValueType type) {
    return type == ValueType.LONG ? (double) sumLong(cell) : sumDouble(cell);
  }

  /** Minimum as a double, whatever the values' type; of a cell that is not empty. */
  public static double min(long cell, ValueType type) {
    return type == ValueType.LONG ? (double) minLong(cell) : minDouble(cell);
  }

  /** Maximum as a double, whatever the values' type; of a cell that is not empty. */
  public static double max(long cell, ValueType type) {
    return type == ValueType.LONG ? (double) maxLong(cell) : maxDouble(cell);
  }

  /** Index of the lowest positive bucket in use; 0 if there is none. */
  public static int positiveOffset(long cell) {
    return RangeWord.low(Buckets.range(cell, false));
  }

  /** Number of positive buckets from the lowest to the highest in use. */
  public static int positiveBuckets(long cell) {
    return RangeWord.width(Buckets.range(cell, false));
  }

  /** Count of the {@code k}-th positive bucket from the lowest in use, {@code k} from 0. */
  public static long positiveCount(long cell, ExponentialLayout layout, int k) {
    return bucketCount(cell, layout, false, k);
  }

  /**
   * Address of the counter of the lowest index in use; those of the others follow it, a long each.
   */
  public static long lowestBucket(long cell, ExponentialLayout layout, boolean negative) {
    return Buckets.start(cell, layout, negative)
        + (long) RangeWord.lowPosition(Buckets.range(cell, negative)) * Long.BYTES;
  }

  /** Index of the bucket in use that is nearest below zero; 0 if there is none. */
  public static int negativeOffset(long cell) {
    return RangeWord.low(Buckets.range(cell, true));
  }

  /** Number of negative buckets from the lowest to the highest index in use. */
  public static int negativeBuckets(long cell) {
    return RangeWord.width(Buckets.range(cell, true));
  }

  /** Count of the {@code k}-th negative bucket from the lowest index in use, {@code k} from 0. */
  public static long negativeCount(long cell, ExponentialLayout layout, int k) {
    return bucketCount(cell, layout, true, k);
  }

  /**
   * An estimate of the value below which a part of all values lies: the geometric middle of the
   * bucket it is in, kept between minimum and maximum. For people to look at.
   *
   * @param quantile from 0 to 1
   * @return NaN if the cell is empty
   */
  public static double quantile(
      long cell, ExponentialLayout layout, ValueType type, double quantile) {
    if (isEmpty(cell)) {
      return Double.NaN;
    }
    double value = Quantiles.estimate(cell, layout, quantile);
    return Math.clamp(value, min(cell, type), max(cell, type));
  }

  /**
   * True if the cell's ranges are such as recording makes them. A cell that several threads have
   * written, against the rules, or that others' words stand in, may not be.
   */
  private static boolean isSound(long cell, ExponentialLayout layout) {
    int scale = layout.maxScale() - RangeWord.down(Buckets.range(cell, false));
    if (scale < ExponentialLayout.MIN_SCALE) {
      return false;
    }
    long maxIndex = scale >= 0 ? (long) MAX_EXPONENT << scale : MAX_EXPONENT >> -scale;
    return RangeWord.isSound(Buckets.range(cell, false), layout.maxBuckets(), maxIndex)
        && RangeWord.isSound(Buckets.range(cell, true), layout.maxBuckets(), maxIndex);
  }

  static void emptyIfUnsound(long cell, ExponentialLayout layout) {
    if (!isSound(cell, layout)) {
      NativeAccess.zero(cell, layout.cellBytes());
    }
  }

  private static void mergeLongs(long into, long from, boolean wasEmpty) {
    NativeAccess.putLong(
        into + ExponentialLayout.SUM, Sums.addCells(sumLong(into), sumLong(from), minLong(from)));
    NativeAccess.putLong(
        into + ExponentialLayout.MIN,
        wasEmpty ? minLong(from) : Math.min(minLong(into), minLong(from)));
    NativeAccess.putLong(
        into + ExponentialLayout.MAX,
        wasEmpty ? maxLong(from) : Math.max(maxLong(into), maxLong(from)));
  }

  private static void mergeDoubles(long into, long from, boolean wasEmpty) {
    NativeAccess.putDouble(
        into + ExponentialLayout.SUM, Sums.add(sumDouble(into), sumDouble(from)));
    NativeAccess.putDouble(
        into + ExponentialLayout.MIN,
        wasEmpty ? minDouble(from) : Math.min(minDouble(into), minDouble(from)));
    NativeAccess.putDouble(
        into + ExponentialLayout.MAX,
        wasEmpty ? maxDouble(from) : Math.max(maxDouble(into), maxDouble(from)));
  }

  private static void mergeRange(long into, ExponentialLayout layout, long from, boolean negative) {
    long range = Buckets.range(from, negative);
    if (RangeWord.isEmpty(range)) {
      return;
    }
    int shift = Buckets.down(into) - Buckets.down(from);
    int low = RangeWord.low(range);
    int high = RangeWord.high(range);
    shift += Buckets.include(into, layout, negative, low >> shift, high >> shift);
    long counters = lowestBucket(from, layout, negative) - (long) low * Long.BYTES;
    long targets =
        Buckets.start(into, layout, negative)
            - (long) RangeWord.base(Buckets.range(into, negative)) * Long.BYTES;
    if (shift == 0) {
      addAll(counters + (long) low * Long.BYTES, targets + (long) low * Long.BYTES, high - low + 1);
      return;
    }
    for (int index = low; index <= high; index++) {
      long count = NativeAccess.getLong(counters + (long) index * Long.BYTES);
      Buckets.add(targets + (long) (index >> shift) * Long.BYTES, count);
    }
  }

  /** As most merges are: scales are the same. */
  private static void addAll(long counters, long targets, int buckets) {
    // Masked here, the addresses have ranges that the compiler knows; it checks none of them.
    long from = counters & NativeAccess.ADDRESS_BITS;
    long into = targets & NativeAccess.ADDRESS_BITS;
    for (int i = 0; i < buckets; i++) {
      Buckets.add(into + (long) i * Long.BYTES, NativeAccess.getLong(from + (long) i * Long.BYTES));
    }
  }

  private static void clearRange(long cell, ExponentialLayout layout, boolean negative) {
    int width = RangeWord.width(Buckets.range(cell, negative));
    NativeAccess.zero(lowestBucket(cell, layout, negative), width * Long.BYTES);
  }

  private static long bucketCount(long cell, ExponentialLayout layout, boolean negative, int k) {
    long range = Buckets.range(cell, negative);
    return NativeAccess.getLong(
        Buckets.address(cell, layout, negative, range, RangeWord.low(range) + k));
  }

  /** The same range with its lowest index at position 0. */
  private static long fromLowest(long range) {
    return RangeWord.isEmpty(range)
        ? RangeWord.empty(RangeWord.down(range))
        : RangeWord.of(
            RangeWord.low(range),
            RangeWord.low(range),
            RangeWord.high(range),
            RangeWord.down(range));
  }
}
