package io.numetry.examples.soak;

import io.numetry.attribute.Outcome;
import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.UpDownCounter;

/**
 * Counters, gauges and mmscs over both value types, and a histogram, on a set that lives as long as
 * its core.
 */
@MetricSet(name = "soak.engine", brief = "What a core records all the while.")
interface EngineMetrics {

  @Counter(unit = "{turn}", brief = "Turns of the duty cycle.")
  void addTurns(long turns);

  @Counter(unit = "1", brief = "Eighths of a turn.")
  void addShares(double shares);

  @UpDownCounter(unit = "{session}", brief = "Open sessions.")
  void addOpenSessions(long sessions);

  @UpDownCounter(unit = "1", brief = "A sum that goes up and down.")
  void addBalance(double change);

  @Gauge(unit = "{turn}", brief = "Number of the last turn.")
  void setLastTurn(long turn);

  @Gauge(unit = "1", brief = "The last turn's level.")
  void setLevel(double level);

  @Mmsc(unit = "1", brief = "A turn's number modulo a prime.")
  void recordResidue(long residue);

  @Mmsc(unit = "1", brief = "The turns' levels.")
  void recordLevels(double level);

  @Histogram(unit = "1", brief = "Numbers over many powers of two.", maxBuckets = 32)
  void recordWidth(Outcome outcome, long width);

  @ObserveCounter(
      unit = "{turn}",
      brief = "Number of the last turn, as a sum that is kept elsewhere.")
  void observeTurnsMade(long total);
}
