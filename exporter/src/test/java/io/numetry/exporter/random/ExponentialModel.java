package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.ExponentialLayout;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A distribution in exponential buckets, kept at the finest scale. */
final class ExponentialModel extends DistributionModel {
  private final ExponentialLayout layout;
  private final NavigableMap<Integer, Long> positive = new TreeMap<>();
  private final NavigableMap<Integer, Long> negative = new TreeMap<>();
  private long zeros;

  ExponentialModel(InstrumentSpec instrument) {
    super(instrument);
    this.layout = (ExponentialLayout) instrument.layout();
  }

  @Override
  void take(double value, long times) {
    if (value == 0) {
      zeros += times;
    } else {
      (value < 0 ? negative : positive).merge(ExactIndex.of(Math.abs(value)), times, Long::sum);
    }
  }

  @Override
  void clearBuckets() {
    positive.clear();
    negative.clear();
    zeros = 0;
  }

  @Override
  void check(WirePoint sent) {
    ExponentialHistogramDataPoint point = sent.exponential();
    check(
        new Summary(
            point.getCount(),
            point.hasSum(),
            point.getSum(),
            point.hasMin() && point.hasMax(),
            point.getMin(),
            point.getMax()));
    int scale = idealScale();
    assertThat(point.getScale()).as("scale").isEqualTo(scale);
    assertThat(point.getZeroCount()).as("zeros").isEqualTo(zeros);
    assertThat(point.getZeroThreshold()).as("zero threshold").isZero();
    assertThat(counts(point.getPositive())).as("positive").isEqualTo(at(positive, scale));
    assertThat(counts(point.getNegative())).as("negative").isEqualTo(at(negative, scale));
    assertThat(point.getPositive().getBucketCountsCount()).isLessThanOrEqualTo(layout.maxBuckets());
    assertThat(point.getNegative().getBucketCountsCount()).isLessThanOrEqualTo(layout.maxBuckets());
  }

  /** The finest at which both ranges fit. */
  private int idealScale() {
    int scale = layout.maxScale();
    while (!(fits(positive, scale) && fits(negative, scale))) {
      scale--;
    }
    return scale;
  }

  private boolean fits(NavigableMap<Integer, Long> counts, int scale) {
    int down = ExactIndex.SCALE - scale;
    return counts.isEmpty()
        || (counts.lastKey() >> down) - (counts.firstKey() >> down) < layout.maxBuckets();
  }

  private static NavigableMap<Integer, Long> at(NavigableMap<Integer, Long> counts, int scale) {
    NavigableMap<Integer, Long> lowered = new TreeMap<>();
    counts.forEach(
        (index, count) -> lowered.merge(index >> (ExactIndex.SCALE - scale), count, Long::sum));
    return lowered;
  }

  private static NavigableMap<Integer, Long> counts(Buckets buckets) {
    NavigableMap<Integer, Long> counts = new TreeMap<>();
    for (int i = 0; i < buckets.getBucketCountsCount(); i++) {
      if (buckets.getBucketCounts(i) != 0) {
        counts.put(buckets.getOffset() + i, buckets.getBucketCounts(i));
      }
    }
    return counts;
  }
}
