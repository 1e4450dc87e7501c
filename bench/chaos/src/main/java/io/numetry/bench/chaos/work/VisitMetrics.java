package io.numetry.bench.chaos.work;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** A set that comes and goes. */
@MetricSet(name = "chaos.visit", brief = "Turns by the visit that they belong to.")
interface VisitMetrics {

  @Counter(unit = "{turn}", brief = "Turns of the visit.")
  void addVisited(long turns);
}
