package io.numetry.histogram;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;

/**
 * Records into base-2 exponential histograms in native memory, laid out as {@link
 * ExponentialLayout} says.
 *
 * <p>A cell starts at the maximum scale and stays there while each of its ranges has one bucket in
 * use; a value that does not fit lowers the scale by the least that makes it fit. Indexes are exact
 * ({@link ExponentialIndex}). Values of type long are counted in the bucket of the nearest double;
 * their sum, minimum and maximum are exact, but that the sum wraps on overflow.
 *
 * <p>A value between those that the cell has is recorded {@linkplain #recordBetween(long,
 * ExponentialLayout, long) the quick way}: its bucket is in use, minimum and maximum stay. All else
 * goes the long way: a new minimum or maximum, zeros, negatives, and what an instrument does not
 * take.
 *
 * <p>Memory: {@code cell} is the absolute address of {@link ExponentialLayout#cellBytes()} bytes,
 * aligned to 8; nothing is checked here. All accesses are plain. Threads: one at a time for a cell;
 * who hands a cell from one thread to another orders it. No call allocates, locks or throws; {@link
 * ExponentialIndex#initialize()} is to be called before the first.
 *
 * <p>Where a rule of threads was broken, or a set was used after its end, others' words may stand
 * in a cell. Whatever they are, no neighbour suffers: nothing is written outside the cell.
 */
public final class ExponentialRecording {
  private ExponentialRecording() {}

  /**
   * Records a value once if it is between the least normal and the greatest value that the cell
   * has, and the cell's scale is such that a table tells the bucket.
   *
   * @param cell has its range known to the compiler, so that no access checks it: see {@link
   *     NativeAccess#ADDRESS_BITS}
   * @return false, with nothing recorded, if it is not. If it is, the cell is not empty.
   */
  public static boolean recordBetween(long cell, ExponentialLayout layout, long value) {
    if (!QuickRange.contains(cell, value)) {
      return false;
    }
    countOne(cell, layout, Double.doubleToRawLongBits((double) value));
    NativeAccess.putLong(
        cell + ExponentialLayout.SUM, NativeAccess.getLong(cell + ExponentialLayout.SUM) + value);
    return true;
  }

  /**
   * Records a value once if it is between the least normal and the greatest value that the cell
   * has, and the cell's scale is such that a table tells the bucket.
   *
   * @param cell has its range known to the compiler, so that no access checks it: see {@link
   *     NativeAccess#ADDRESS_BITS}
   * @return false, with nothing recorded, if it is not. If it is, the cell is not empty.
   */
  public static boolean recordBetween(long cell, ExponentialLayout layout, double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (!QuickRange.contains(cell, bits)) {
      return false;
    }
    countOne(cell, layout, bits);
    NativeAccess.putDouble(
        cell + ExponentialLayout.SUM, NativeAccess.getDouble(cell + ExponentialLayout.SUM) + value);
    return true;
  }

  /**
   * Records a value once.
   *
   * @return false, with nothing recorded, if the value is not finite, or is negative and the layout
   *     has no negatives
   */
  public static boolean record(long cell, ExponentialLayout layout, double value) {
    return recordBetween(cell & NativeAccess.ADDRESS_BITS, layout, value)
        || record(cell, layout, value, 1);
  }

  /**
   * Records a value once.
   *
   * @return false, with nothing recorded, if the value is negative and the layout has no negatives
   */
  public static boolean record(long cell, ExponentialLayout layout, long value) {
    return recordBetween(cell & NativeAccess.ADDRESS_BITS, layout, value)
        || record(cell, layout, value, 1);
  }

  /**
   * Records a value {@code count} times; zero times is nothing.
   *
   * @return false, with nothing recorded, if the count is negative, the value is not finite, or it
   *     is negative and the layout has no negatives
   */
  public static boolean record(long cell, ExponentialLayout layout, double value, long count) {
    if (!Double.isFinite(value) || (value < 0 && !layout.negatives()) || count < 0) {
      return false;
    }
    if (count == 0) {
      return true;
    }
    ExponentialCells.emptyIfUnsound(cell, layout);
    boolean first = ExponentialCells.isEmpty(cell);
    // Adding zero turns a negative zero into a positive one and changes nothing else.
    double normal = value + 0.0;
    Buckets.add(Buckets.counterOf(cell, layout, normal), count);
    NativeAccess.putDouble(
        cell + ExponentialLayout.SUM, ExponentialCells.sumDouble(cell) + normal * count);
    if (first || normal < ExponentialCells.minDouble(cell)) {
      NativeAccess.putDouble(cell + ExponentialLayout.MIN, normal);
    }
    if (first || normal > ExponentialCells.maxDouble(cell)) {
      NativeAccess.putDouble(cell + ExponentialLayout.MAX, normal);
    }
    QuickRange.recorded(cell, layout, normal, Double.doubleToRawLongBits(normal));
    return true;
  }

  /**
   * Records a value {@code count} times; zero times is nothing.
   *
   * @return false, with nothing recorded, if the count is negative, or the value is and the layout
   *     has no negatives
   */
  public static boolean record(long cell, ExponentialLayout layout, long value, long count) {
    if ((value < 0 && !layout.negatives()) || count < 0) {
      return false;
    }
    if (count == 0) {
      return true;
    }
    ExponentialCells.emptyIfUnsound(cell, layout);
    boolean first = ExponentialCells.isEmpty(cell);
    Buckets.add(Buckets.counterOf(cell, layout, (double) value), count);
    NativeAccess.putLong(
        cell + ExponentialLayout.SUM, ExponentialCells.sumLong(cell) + value * count);
    if (first || value < ExponentialCells.minLong(cell)) {
      NativeAccess.putLong(cell + ExponentialLayout.MIN, value);
    }
    if (first || value > ExponentialCells.maxLong(cell)) {
      NativeAccess.putLong(cell + ExponentialLayout.MAX, value);
    }
    QuickRange.recorded(cell, layout, (double) value, value);
    return true;
  }

  /** Adds one to the bucket of a value in the quick range. */
  private static void countOne(long cell, ExponentialLayout layout, long bits) {
    long position = QuickRange.position(cell, layout, bits);
    long counter = cell + ExponentialLayout.BUCKETS + position * Long.BYTES;
    NativeAccess.putLong(counter, NativeAccess.getLong(counter) + 1);
  }
}
