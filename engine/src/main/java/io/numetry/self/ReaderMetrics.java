package io.numetry.self;

import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

/** What a node aggregator measures of itself as what the semantic conventions call a reader. */
@MetricSet(name = "numetry.reader", brief = "Collections on a NUMA node.", entity = Component.class)
public interface ReaderMetrics {

  /**
   * One collection serves all exporters of the node; the conventions ask for a histogram without
   * bounds.
   */
  @Mmsc(
      name = "otel.sdk.metric_reader.collection.duration",
      unit = "s",
      brief = "Time from asking the cores of a node for their values to having them.")
  void recordCollectionDuration(CollectionError error, double seconds);
}
