package io.numetry.bench.affinity.result;

import java.util.Arrays;

/**
 * How values spread, by nearest rank; of batches or of single events, as the holder says.
 *
 * @param count of values; one at least
 */
public record Spread(double min, double p50, double p90, double p99, double max, int count) {

  private static final double PERCENT = 100;

  public Spread {
    if (count < 1) {
      throw new IllegalArgumentException("spread: count=" + count + ", there must be a value");
    }
  }

  /**
   * Of the first values of an array, which is left as it is.
   *
   * @throws IllegalArgumentException if there is none, or one is no number
   */
  public static Spread of(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    if (count > 0 && Double.isNaN(sorted[count - 1])) {
      throw new IllegalArgumentException("spread: a value is NaN");
    }
    return new Spread(
        at(sorted, 0), at(sorted, 50), at(sorted, 90), at(sorted, 99), at(sorted, PERCENT), count);
  }

  public static Spread of(double... values) {
    return of(values, values.length);
  }

  /** The least value that so many percent of all are no greater than. */
  private static double at(double[] sorted, double percent) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("spread: count=0, there must be a value");
    }
    int rank = (int) Math.ceil(percent / PERCENT * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }

  /** Each value less an amount that is known to be in it, and no less than zero. */
  public Spread less(double amount) {
    return new Spread(
        Math.max(0, min - amount),
        Math.max(0, p50 - amount),
        Math.max(0, p90 - amount),
        Math.max(0, p99 - amount),
        Math.max(0, max - amount),
        count);
  }
}
