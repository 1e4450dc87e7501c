package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

/** What a sender records. */
@MetricSet(name = "gateway.sender", brief = "Frames passed on.", entity = Lane.class)
public interface SenderMetrics {

  @Counter(unit = "{frame}", brief = "Frames passed on.")
  void addFrames(long frames);

  @Counter(unit = "{USD}", brief = "Value of the orders passed on.")
  void addValue(double value);

  @Mmsc(unit = "s", brief = "Time from the line through the gateway.")
  void recordLatency(double seconds);

  @Histogram(unit = "s", brief = "Time from the line through the gateway, by what was sent.")
  void recordTransit(FrameType type, Load load, double seconds);

  @Gauge(unit = "{frame}", brief = "Frames that waited for the sender when it last looked.")
  void setQueueDepth(long frames);
}
