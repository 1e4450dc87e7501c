package io.numetry.examples.reconcile;

/**
 * Which bounds some {@code long}s lie between, with minimum, maximum, sum and count: what a
 * histogram of explicit buckets is held against.
 */
public final class LongBounds {
  private final LongMmsc summary = new LongMmsc();
  private final BoundCounts counts;

  /**
   * @param bounds inclusive upper bounds, ascending
   */
  public LongBounds(double... bounds) {
    this.counts = new BoundCounts(bounds);
  }

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
