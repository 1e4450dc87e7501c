package io.numetry.examples.soak;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.UpDownCounter;

/** All instruments over both value types, on a set that lives as long as its core. */
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
}
