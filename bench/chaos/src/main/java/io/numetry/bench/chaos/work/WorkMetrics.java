package io.numetry.bench.chaos.work;

import io.numetry.schema.Counter;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.UpDownCounter;

/**
 * What each turn of a core records. All of it follows from the turn's number: see {@link Turns}.
 */
@MetricSet(name = "chaos.work", brief = "Turns of a core.")
interface WorkMetrics {

  @Counter(unit = "{turn}", brief = "Turns.")
  void addTurns(long turns);

  @Counter(unit = "1", brief = "Eighths of a turn.")
  void addShares(double shares);

  @UpDownCounter(unit = "{point}", brief = "Goes up by three and down by one.")
  void addBalance(long change);

  @Gauge(unit = "{turn}", brief = "Number of the last turn.")
  void setLast(long turn);

  @Mmsc(unit = "1", brief = "A turn's number modulo 256.")
  void recordResidue(long residue);

  @ExplicitHistogram(
      unit = "1",
      brief = "A turn's number modulo 16.",
      boundaries = {1, 2, 4, 8})
  void recordStep(double step);

  @Histogram(unit = "1", brief = "A turn's number modulo 1024.", maxBuckets = 40)
  void recordWidth(long width);
}
