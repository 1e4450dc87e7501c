package io.numetry.examples.reconcile;

/**
 * Which powers of two some {@code long}s lie between, with minimum, maximum, sum and count: what an
 * exponential histogram is held against, counted without one.
 */
public final class LongPowers {
  private final LongMmsc summary = new LongMmsc();
  private final PowerCounts counts = new PowerCounts();

  public void record(long value) {
    record(value, 1);
  }

  /** Takes in so many equal values. */
  public void record(long value, long count) {
    summary.record(value, count);
    counts.add((double) value, count);
  }

  /** Writes all of it down; without a value there is no series. */
  public void into(Recorded recorded, SeriesId id) {
    if (!summary.isEmpty()) {
      recorded.add(id, new HistogramReading(summary.reading(), counts.buckets()));
    }
  }
}
