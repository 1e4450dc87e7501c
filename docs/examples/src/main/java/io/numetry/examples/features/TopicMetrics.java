package io.numetry.examples.features;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** What is recorded of a topic. */
@MetricSet(name = "shop.topic", brief = "Messages on a topic.")
public interface TopicMetrics {

  @Counter(unit = "{message}", brief = "Messages published.")
  void addPublished(long messages);
}
