package io.numetry.examples.reconcile;

import java.math.BigDecimal;

/** Minimum, maximum, sum and count of {@code long}s in plain fields. */
public final class LongMmsc {
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;
  private long sum;
  private long count;

  public void record(long value) {
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
          new MmscReading(
              BigDecimal.valueOf(min), BigDecimal.valueOf(max), BigDecimal.valueOf(sum), count));
    }
  }
}
