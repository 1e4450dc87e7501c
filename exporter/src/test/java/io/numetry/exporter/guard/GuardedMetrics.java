package io.numetry.exporter.guard;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** What a guarded engine records. */
@MetricSet(name = "guarded", brief = "A guarded engine.")
public interface GuardedMetrics {

  @Counter(unit = "{turn}", brief = "Turns of the duty cycle.")
  void addTurns(long turns);
}
