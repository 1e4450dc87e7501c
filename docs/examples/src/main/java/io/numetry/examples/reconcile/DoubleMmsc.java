package io.numetry.examples.reconcile;

import java.math.BigDecimal;

/** Minimum, maximum, sum and count of {@code double}s in plain fields. */
public final class DoubleMmsc {
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sum;
  private long count;

  public void record(double value) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    count++;
  }

  /** Writes the four down; without a value there is no series. */
  public void into(Recorded recorded, SeriesId id) {
    if (count > 0) {
      recorded.add(
          id,
          new MmscReading(new BigDecimal(min), new BigDecimal(max), new BigDecimal(sum), count));
    }
  }
}
