package io.numetry.examples.features;

import io.numetry.attribute.Attributes;
import io.numetry.core.SetFamily;
import io.numetry.core.TelemetryCore;

/** An attribute whose values nobody knows beforehand, within bounds. */
final class Topics {
  // guide: family
  private final SetFamily<TopicMetricsSet> topics;

  Topics(TelemetryCore core, int limit) {
    // Values past the limit share a set whose attribute is otel.metric.overflow=true.
    topics = core.family(TopicMetricsSet.TYPE, Attributes.empty(), "shop.topic.name", limit);
  }

  /** Looks up once; whoever keeps what he gets records without looking up. */
  TopicMetricsSet open(String topic) {
    return topics.of(topic);
  }

  /** Ends the topic's series and makes room for another. */
  void close(String topic) {
    topics.remove(topic);
  }
  // guide: end
}
