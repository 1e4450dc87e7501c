package io.numetry.bench.jmh.series;

import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;

/** One exponential histogram. */
@MetricSet(name = SeriesData.HISTOGRAM_SET, brief = "Distributions.")
public interface DistributionMetrics {
  @Histogram(
      name = SeriesData.HISTOGRAM_METRIC,
      unit = SeriesData.HISTOGRAM_UNIT,
      brief = SeriesData.HISTOGRAM_BRIEF)
  void recordLatency(long nanos);
}
