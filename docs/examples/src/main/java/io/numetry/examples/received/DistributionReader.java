package io.numetry.examples.received;

import io.numetry.examples.reconcile.ExplicitBuckets;
import io.numetry.examples.reconcile.ExponentialBuckets;
import io.numetry.examples.reconcile.HistogramReading;
import io.numetry.examples.reconcile.MmscReading;
import io.numetry.examples.reconcile.Reading;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads points that tell of many values. */
final class DistributionReader {
  private DistributionReader() {}

  /** A histogram, or a min-max-sum-count if it has no bounds. */
  static Reading read(String name, HistogramDataPoint point) {
    require(name, point.hasMin() && point.hasMax() && point.hasSum());
    var summary = MmscReading.of(point.getMin(), point.getMax(), point.getSum(), point.getCount());
    return point.getExplicitBoundsCount() == 0
        ? summary
        : new HistogramReading(
            summary,
            new ExplicitBuckets(point.getExplicitBoundsList(), point.getBucketCountsList()));
  }

  static HistogramReading read(String name, ExponentialHistogramDataPoint point) {
    require(name, point.hasMin() && point.hasMax() && point.hasSum());
    return new HistogramReading(
        MmscReading.of(point.getMin(), point.getMax(), point.getSum(), point.getCount()),
        new ExponentialBuckets(
            point.getScale(),
            point.getZeroCount(),
            counts(point.getPositive()),
            counts(point.getNegative())));
  }

  private static SortedMap<Integer, Long> counts(ExponentialHistogramDataPoint.Buckets buckets) {
    var counts = new TreeMap<Integer, Long>();
    for (int i = 0; i < buckets.getBucketCountsCount(); i++) {
      counts.put(buckets.getOffset() + i, buckets.getBucketCounts(i));
    }
    return counts;
  }

  private static void require(String name, boolean complete) {
    if (!complete) {
      throw new IllegalArgumentException(name + ": lacks its minimum, maximum or sum");
    }
  }
}
