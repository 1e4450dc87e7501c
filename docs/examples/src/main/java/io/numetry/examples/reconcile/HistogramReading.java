package io.numetry.examples.reconcile;

/**
 * What a histogram stands at.
 *
 * @param summary of all values
 * @param buckets where they lie; as many as the summary counts
 */
public record HistogramReading(MmscReading summary, Buckets buckets) implements Reading {

  public HistogramReading {
    if (buckets.total() != summary.count()) {
      throw new IllegalArgumentException(
          "histogram: count=" + summary.count() + ", but its buckets hold " + buckets.total());
    }
  }

  @Override
  public HistogramReading plus(Reading later) {
    if (!(later instanceof HistogramReading other)) {
      throw new IllegalArgumentException(
          "readings: histogram " + this + " and " + later + " differ");
    }
    return new HistogramReading(summary.plus(other.summary), buckets.plus(other.buckets));
  }

  @Override
  public boolean isReachedBy(Reading received) {
    return received instanceof HistogramReading other
        && summary.equals(other.summary)
        && buckets.agreesWith(other.buckets);
  }

  @Override
  public String brief() {
    return summary.brief();
  }

  @Override
  public String toString() {
    return summary + ", " + buckets;
  }
}
