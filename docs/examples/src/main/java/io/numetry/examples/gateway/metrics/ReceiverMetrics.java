package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

/** What a receiver records. */
@MetricSet(name = "gateway.receiver", brief = "Frames taken from the line.")
public interface ReceiverMetrics {

  @Counter(unit = "{frame}", brief = "Frames taken from the line.")
  void addFrames(long frames);

  @Mmsc(unit = "By", brief = "Size of a frame.")
  void recordFrameSize(long bytes);

  @Counter(unit = "s", brief = "Time spent on taking frames from the line.")
  void addWorkTime(double seconds);

  @Gauge(
      unit = "{frame}",
      brief = "Frames that waited for the parser when the receiver last wrote.")
  void setQueueDepth(long frames);
}
