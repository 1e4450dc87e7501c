package io.numetry.histogram;

/** Sums that stay at the end of their type's range rather than leave it. */
public final class Sums {
  private Sums() {}

  /** The sum, or the end of the range beyond which it lies. */
  public static long add(long sum, long added) {
    long result = sum + added;
    boolean overflow = ((sum ^ result) & (added ^ result)) < 0;
    return overflow ? (sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : result;
  }

  /**
   * The sum of two counts. A count that is negative has left the range once, where it was counted.
   */
  public static long addCounts(long sum, long added) {
    long result = sum + added;
    return added < 0 || result < 0 ? Long.MAX_VALUE : result;
  }

  /** The sum, or the largest finite number on its side. */
  public static double add(double sum, double added) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, sum + added));
  }

  /**
   * The sum of two sums of longs, of which the second is of one interval and wraps in its cell: if
   * it is negative and no value was, it has left the range.
   */
  public static long addCells(long sum, long added, long addedMin) {
    return add(sum, added < 0 && addedMin >= 0 ? Long.MAX_VALUE : added);
  }
}
