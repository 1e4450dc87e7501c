package io.numetry.self;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** What a node aggregator notices of one core. */
@MetricSet(name = "numetry.core", brief = "A core as its node aggregator sees it.")
public interface CoreMetrics {

  @Counter(unit = "{flip}", brief = "Halves that the core sealed.")
  void addFlips(long flips);

  @Counter(unit = "{poll}", brief = "Collections for which the core did not poll in time.")
  void addPollsMissed(long polls);

  @Counter(unit = "{measurement}", brief = "Measurements dropped because they were invalid.")
  void addInvalidInputs(long inputs);

  @Counter(
      unit = "{cell}",
      brief = "Cells recorded to while the core was idle or closed; their values are lost.")
  void addMisplacedCells(long cells);

  @Counter(
      unit = "{half}",
      brief = "Halves read without a seal, because the core did not poll before a shutdown ended.")
  void addUnsealedReads(long halves);
}
