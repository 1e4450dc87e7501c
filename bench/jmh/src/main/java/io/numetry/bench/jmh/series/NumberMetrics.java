package io.numetry.bench.jmh.series;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** One counter. */
@MetricSet(name = SeriesData.NUMBER_SET, brief = "Numbers.")
public interface NumberMetrics {
  @Counter(
      name = SeriesData.NUMBER_METRIC,
      unit = SeriesData.NUMBER_UNIT,
      brief = SeriesData.NUMBER_BRIEF)
  void addRequests(long requests);
}
