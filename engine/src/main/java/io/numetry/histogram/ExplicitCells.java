package io.numetry.histogram;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ValueType;

/**
 * Records into, merges and reads explicit-bucket histograms in native memory, laid out as {@link
 * ExplicitLayout} says.
 *
 * <p>Values of type long are counted in the bucket of the nearest double; their sum, minimum and
 * maximum are exact, but that the sum wraps on overflow. Counts saturate at {@link Long#MAX_VALUE}
 * where a count is given, or cells merge; one by one nobody gets there.
 *
 * <p>Memory: {@code cell} is the absolute address of {@link ExplicitLayout#cellBytes()} bytes,
 * aligned to 8; nothing is checked here. All accesses are plain. Threads: one at a time for a cell;
 * who hands a cell from one thread to another orders it. No call allocates, locks or throws.
 */
public final class ExplicitCells {
  private ExplicitCells() {}

  /**
   * Records a value once.
   *
   * @return false, with nothing recorded, if the value is not finite
   */
  public static boolean record(long cell, ExplicitLayout layout, double value) {
    return record(cell, layout, value, 1);
  }

  /** Records a value once; always true. */
  public static boolean record(long cell, ExplicitLayout layout, long value) {
    return record(cell, layout, value, 1);
  }

  /**
   * Records a value {@code count} times; zero times is nothing.
   *
   * @return false, with nothing recorded, if the count is negative or the value is not finite
   */
  public static boolean record(long cell, ExplicitLayout layout, double value, long count) {
    if (!Double.isFinite(value) || count < 0) {
      return false;
    }
    if (count == 0) {
      return true;
    }
    // With a known range no access has a bounds check left.
    long at = cell & NativeAccess.ADDRESS_BITS;
    // Adding zero turns a negative zero into a positive one and changes nothing else.
    double normal = value + 0.0;
    boolean first = count(at) == 0;
    addCount(at, layout.bucketOf(normal), count);
    NativeAccess.putDouble(at + ExplicitLayout.SUM, sumDouble(at) + normal * count);
    if (first || normal < minDouble(at)) {
      NativeAccess.putDouble(at + ExplicitLayout.MIN, normal);
    }
    if (first || normal > maxDouble(at)) {
      NativeAccess.putDouble(at + ExplicitLayout.MAX, normal);
    }
    return true;
  }

  /**
   * Records a value {@code count} times; zero times is nothing.
   *
   * @return false, with nothing recorded, if the count is negative
   */
  public static boolean record(long cell, ExplicitLayout layout, long value, long count) {
    if (count < 0) {
      return false;
    }
    if (count == 0) {
      return true;
    }
    long at = cell & NativeAccess.ADDRESS_BITS;
    boolean first = count(at) == 0;
    addCount(at, layout.bucketOf((double) value), count);
    NativeAccess.putLong(at + ExplicitLayout.SUM, sumLong(at) + value * count);
    if (first || value < minLong(at)) {
      NativeAccess.putLong(at + ExplicitLayout.MIN, value);
    }
    if (first || value > maxLong(at)) {
      NativeAccess.putLong(at + ExplicitLayout.MAX, value);
    }
    return true;
  }

  /** Adds what {@code from}, a cell of the same layout, has to {@code into}. */
  public static void merge(long into, ExplicitLayout layout, ValueType type, long from) {
    if (isEmpty(from)) {
      return;
    }
    boolean wasEmpty = isEmpty(into);
    if (type == ValueType.LONG) {
      mergeLongs(into, from, wasEmpty);
    } else {
      mergeDoubles(into, from, wasEmpty);
    }
    Buckets.add(into + ExplicitLayout.COUNT, count(from));
    for (int bucket = 0; bucket < layout.buckets(); bucket++) {
      Buckets.add(counter(into, bucket), bucketCount(from, bucket));
    }
  }

  /** Makes a cell empty: all its words are zero afterwards. */
  public static void clear(long cell, ExplicitLayout layout) {
    NativeAccess.zero(cell, layout.cellBytes());
  }

  /** True if nothing has been recorded since the cell was zero. */
  public static boolean isEmpty(long cell) {
    return count(cell) == 0;
  }

  public static long count(long cell) {
    return NativeAccess.getLong(cell + ExplicitLayout.COUNT);
  }

  /** Sum of a cell of longs. */
  public static long sumLong(long cell) {
    return NativeAccess.getLong(cell + ExplicitLayout.SUM);
  }

  /** Sum of a cell of doubles. */
  public static double sumDouble(long cell) {
    return NativeAccess.getDouble(cell + ExplicitLayout.SUM);
  }

  /** Minimum of a cell of longs that is not empty. */
  public static long minLong(long cell) {
    return NativeAccess.getLong(cell + ExplicitLayout.MIN);
  }

  /** Minimum of a cell of doubles that is not empty. */
  public static double minDouble(long cell) {
    return NativeAccess.getDouble(cell + ExplicitLayout.MIN);
  }

  /** Maximum of a cell of longs that is not empty. */
  public static long maxLong(long cell) {
    return NativeAccess.getLong(cell + ExplicitLayout.MAX);
  }

  /** Maximum of a cell of doubles that is not empty. */
  public static double maxDouble(long cell) {
    return NativeAccess.getDouble(cell + ExplicitLayout.MAX);
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

  /** Count of a bucket, 0 to {@link ExplicitLayout#buckets()} less one. */
  public static long bucketCount(long cell, int bucket) {
    return NativeAccess.getLong(counter(cell, bucket));
  }

  private static void addCount(long cell, int bucket, long count) {
    Buckets.add(cell + ExplicitLayout.COUNT, count);
    Buckets.add(counter(cell, bucket), count);
  }

  private static long counter(long cell, int bucket) {
    return cell + ExplicitLayout.BUCKETS + (Integer.toUnsignedLong(bucket) << 3);
  }

  private static void mergeLongs(long into, long from, boolean wasEmpty) {
    NativeAccess.putLong(
        into + ExplicitLayout.SUM, Sums.addCells(sumLong(into), sumLong(from), minLong(from)));
    NativeAccess.putLong(
        into + ExplicitLayout.MIN,
        wasEmpty ? minLong(from) : Math.min(minLong(into), minLong(from)));
    NativeAccess.putLong(
        into + ExplicitLayout.MAX,
        wasEmpty ? maxLong(from) : Math.max(maxLong(into), maxLong(from)));
  }

  private static void mergeDoubles(long into, long from, boolean wasEmpty) {
    NativeAccess.putDouble(into + ExplicitLayout.SUM, Sums.add(sumDouble(into), sumDouble(from)));
    NativeAccess.putDouble(
        into + ExplicitLayout.MIN,
        wasEmpty ? minDouble(from) : Math.min(minDouble(into), minDouble(from)));
    NativeAccess.putDouble(
        into + ExplicitLayout.MAX,
        wasEmpty ? maxDouble(from) : Math.max(maxDouble(into), maxDouble(from)));
  }
}
