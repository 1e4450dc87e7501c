package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.ExplicitLayout;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import java.util.Arrays;

/** A distribution in buckets with bounds of its own, or without any. */
final class HistogramModel extends DistributionModel {
  private final double[] boundaries;
  private final long[] buckets;

  HistogramModel(InstrumentSpec instrument) {
    super(instrument);
    boolean bucketed = instrument.layout() instanceof ExplicitLayout;
    this.boundaries =
        instrument.layout() instanceof ExplicitLayout layout ? layout.boundaries() : new double[0];
    this.buckets = new long[bucketed ? boundaries.length + 1 : 0];
  }

  @Override
  void take(double value, long times) {
    if (buckets.length > 0) {
      buckets[(int) Arrays.stream(boundaries).filter(bound -> bound < value).count()] += times;
    }
  }

  @Override
  void clearBuckets() {
    Arrays.fill(buckets, 0);
  }

  @Override
  void check(WirePoint sent) {
    HistogramDataPoint point = sent.histogram();
    check(
        new Summary(
            point.getCount(),
            point.hasSum(),
            point.getSum(),
            point.hasMin() && point.hasMax(),
            point.getMin(),
            point.getMax()));
    assertThat(point.getBucketCountsList()).isEqualTo(Arrays.stream(buckets).boxed().toList());
    assertThat(point.getExplicitBoundsList()).isEqualTo(Arrays.stream(boundaries).boxed().toList());
  }
}
