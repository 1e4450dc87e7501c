package io.numetry.examples.realworld;

import io.numetry.attribute.Outcome;
import io.numetry.attribute.Signal;
import io.numetry.schema.Counter;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;
import io.numetry.schema.UpDownCounter;

/** All instruments in one set. */
@MetricSet(name = "every", brief = "One of each.")
interface EveryMetrics {

  @Counter(unit = "{request}", brief = "A counter with two dimensions.")
  void addRequests(Outcome outcome, Signal signal, long requests);

  @UpDownCounter(unit = "{request}", brief = "An up-down counter.")
  void addOpen(long requests);

  @ObserveCounter(unit = "By", brief = "An observed counter.")
  void observeRead(long total);

  @ObserveUpDownCounter(unit = "By", brief = "An observed up-down counter.")
  void observePool(double bytes);

  @Gauge(unit = "Cel", brief = "A gauge.")
  void setTemperature(double degrees);

  @Mmsc(unit = "{request}", brief = "A minimum, maximum, sum and count.")
  void recordBatch(long requests);

  @Histogram(unit = "s", brief = "An exponential histogram with two dimensions.")
  void recordLatency(Outcome outcome, Signal signal, double seconds);

  @ExplicitHistogram(
      unit = "s",
      brief = "A histogram with boundaries and a dimension.",
      boundaries = {0.01, 0.1, 1})
  void recordWait(Outcome outcome, double seconds);
}
