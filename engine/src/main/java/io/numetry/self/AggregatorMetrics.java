package io.numetry.self;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;

/** What a node aggregator measures of itself. */
@MetricSet(name = "numetry.aggregator", brief = "Work of the aggregator of a NUMA node.")
public interface AggregatorMetrics {

  @Counter(unit = "{cycle}", brief = "Collections made.")
  void addCycles(long cycles);

  @Counter(unit = "{half}", brief = "Sealed halves drained.")
  void addHalvesDrained(long halves);

  @Counter(unit = "{cell}", brief = "Touched cells taken into the node's windows.")
  void addCellsMerged(long cells);

  @Counter(unit = "{export}", brief = "Windows handed to an exporter.")
  void addExports(long exports);

  @Counter(
      unit = "{export}",
      brief = "Windows that an exporter could not take in time; their values went on accumulating.")
  void addExportsDeferred(long exports);

  @Gauge(unit = "{series}", brief = "Series on the node.")
  void setSeries(long series);

  @Gauge(unit = "{core}", brief = "Cores open on the node, Numetry's own among them.")
  void setCores(long cores);

  @Counter(unit = "{error}", brief = "Errors that broke off a collection.")
  void addErrors(long errors);

  @Counter(unit = "By", brief = "Partial sums of other nodes taken in by the root.")
  void addRelayed(long bytes);
}
