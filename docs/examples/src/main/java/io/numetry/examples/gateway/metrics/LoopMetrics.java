package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Counter;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.UpDownCounter;

/**
 * What a core's duty cycle records. It is registered without attributes, so that at level NODE the
 * cores of a node share its series.
 */
@MetricSet(name = "gateway.loop", brief = "The cores' duty cycles.")
public interface LoopMetrics {

  @Counter(unit = "{turn}", brief = "Turns of the duty cycle that found work.")
  void addTurns(long turns);

  @Mmsc(unit = "{frame}", brief = "Frames handled in a turn that found work.")
  void recordBatchSize(long frames);

  @ExplicitHistogram(
      unit = "{frame}",
      brief = "How many turns handled how many frames.",
      boundaries = {1, 4, 16, 64})
  void recordTurnFrames(long frames);

  @Histogram(unit = "s", brief = "How long a core was idle at a time.", maxBuckets = 20)
  void recordIdleDuration(double seconds);

  @UpDownCounter(unit = "{core}", brief = "Cores that are not idle.")
  void addAwake(long cores);

  @Counter(unit = "{spell}", brief = "Times that a core found nothing to do and went idle.")
  void addIdleSpells(long spells);

  @Counter(unit = "s", brief = "Time spent idle.")
  void addIdleTime(double seconds);
}
