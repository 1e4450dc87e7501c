package io.numetry.exporter.console;

import io.numetry.snapshot.PointValue.Buckets;
import io.numetry.snapshot.PointValue.ExponentialBuckets;
import io.numetry.snapshot.PointValue.Summary;
import java.util.ArrayList;
import java.util.List;

/**
 * Quantiles of a distribution, estimated from its buckets: inside the bucket that a quantile is in,
 * values are taken to be spread evenly, on a logarithmic scale if the bucket is exponential. Never
 * outside of the distribution's minimum and maximum.
 */
final class Quantiles {
  private final Summary summary;
  private final List<Bucket> buckets = new ArrayList<>();

  /** Values above {@code lower} and not above {@code upper}, ascending or, below zero, mirrored. */
  private record Bucket(double lower, double upper, long count, boolean logarithmic) {

    double at(double share) {
      if (!logarithmic) {
        return lower + (upper - lower) * share;
      }
      double magnitude =
          Math.exp(
              Math.log(Math.abs(lower))
                  + (Math.log(Math.abs(upper)) - Math.log(Math.abs(lower))) * share);
      return Math.copySign(magnitude, upper);
    }
  }

  private Quantiles(Summary summary) {
    this.summary = summary;
  }

  static Quantiles of(Buckets point) {
    var made = new Quantiles(point.summary());
    int last = point.boundaries().size();
    for (int k = 0; k <= last; k++) {
      double lower = k == 0 ? point.summary().min() : point.boundaries().get(k - 1);
      double upper = k == last ? point.summary().max() : point.boundaries().get(k);
      made.add(lower, upper, point.bucketCounts().get(k), false);
    }
    return made;
  }

  static Quantiles of(ExponentialBuckets point) {
    var made = new Quantiles(point.summary());
    int scale = point.scale();
    for (int k = point.negativeCounts().size() - 1; k >= 0; k--) {
      int index = point.negativeOffset() + k;
      made.add(
          -boundary(index + 1L, scale),
          -boundary(index, scale),
          point.negativeCounts().get(k),
          true);
    }
    made.add(0, 0, point.zeroCount(), false);
    for (int k = 0; k < point.positiveCounts().size(); k++) {
      int index = point.positiveOffset() + k;
      made.add(
          boundary(index, scale), boundary(index + 1L, scale), point.positiveCounts().get(k), true);
    }
    return made;
  }

  /**
   * The value that a share of all values does not exceed.
   *
   * @param quantile above 0, at most 1
   */
  double estimate(double quantile) {
    double left = quantile * summary.count();
    for (Bucket bucket : buckets) {
      if (left <= bucket.count) {
        return clamped(bucket.at(left / bucket.count));
      }
      left -= bucket.count;
    }
    return summary.max(); // counts that are rounded, or saturated
  }

  private void add(double lower, double upper, long count, boolean logarithmic) {
    if (count > 0) {
      buckets.add(
          logarithmic
              ? new Bucket(finite(lower), finite(upper), count, true)
              : new Bucket(clamped(lower), clamped(upper), count, false));
    }
  }

  private double clamped(double value) {
    return Math.clamp(value, summary.min(), summary.max());
  }

  /** The outermost boundaries are no doubles. */
  private static double finite(double boundary) {
    double magnitude = Math.clamp(Math.abs(boundary), Double.MIN_VALUE, Double.MAX_VALUE);
    return Math.copySign(magnitude, boundary);
  }

  /** {@code base^index}, where {@code base = 2^(2^-scale)}. */
  private static double boundary(long index, int scale) {
    return Math.pow(2, Math.scalb((double) index, -scale));
  }
}
