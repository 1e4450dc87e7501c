package io.numetry.examples.soak;

import io.numetry.attribute.Outcome;
import io.numetry.schema.Counter;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;

/** A set that comes and goes, each time with attributes that were never there before. */
@MetricSet(name = "soak.session", brief = "What is recorded of a session.")
interface SessionMetrics {

  @Counter(unit = "{message}", brief = "Messages of the session.")
  void addMessages(long messages);

  @Counter(unit = "1", brief = "Sixteenths of a message.")
  void addShares(double shares);

  @Mmsc(unit = "By", brief = "Sizes of the session's messages.")
  void recordSize(long bytes);

  @Histogram(unit = "1", brief = "Numbers over many powers of two.", maxBuckets = 20)
  void recordWidth(Outcome outcome, double width);

  @ObserveCounter(unit = "By", brief = "Bytes that the session has moved, by its own count.")
  void observeMoved(long total);
}
