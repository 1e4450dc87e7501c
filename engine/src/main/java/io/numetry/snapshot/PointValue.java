package io.numetry.snapshot;

import java.util.List;

/** What a point says. */
public sealed interface PointValue {

  /** A sum or a gauge of longs. */
  record LongValue(long value) implements PointValue {}

  /** A sum or a gauge of doubles. */
  record DoubleValue(double value) implements PointValue {}

  /** The series has ended since the last snapshot; this is where it had values. */
  record Ended() implements PointValue {}

  /**
   * Many values, without buckets.
   *
   * @param sum of all values
   */
  record Summary(long count, double sum, double min, double max) implements PointValue {}

  /**
   * Many values in buckets with bounds of the schema's.
   *
   * @param boundaries inclusive upper bounds, ascending
   * @param bucketCounts one more than the boundaries
   */
  record Buckets(Summary summary, List<Double> boundaries, List<Long> bucketCounts)
      implements PointValue {

    public Buckets {
      boundaries = List.copyOf(boundaries);
      bucketCounts = List.copyOf(bucketCounts);
    }
  }

  /**
   * Many values in exponential buckets: that at place {@code k} holds what is above {@code
   * base^(offset+k)} and not above {@code base^(offset+k+1)}, where {@code base = 2^(2^-scale)}.
   *
   * @param positiveOffset index of the first positive bucket
   * @param negativeOffset index of the first negative one, by magnitude
   */
  record ExponentialBuckets(
      Summary summary,
      int scale,
      long zeroCount,
      int positiveOffset,
      List<Long> positiveCounts,
      int negativeOffset,
      List<Long> negativeCounts)
      implements PointValue {

    public ExponentialBuckets {
      positiveCounts = List.copyOf(positiveCounts);
      negativeCounts = List.copyOf(negativeCounts);
    }
  }
}
