package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;

/** What a receiver records. */
@MetricSet(name = "gateway.receiver", brief = "Frames taken from the line.", entity = Lane.class)
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

  @ObserveCounter(unit = "{frame}", brief = "Frames that the line has brought, by its own count.")
  void observeLineFrames(long total);

  @ObserveCounter(unit = "s", brief = "Time since the line began.")
  void observeLineTime(double seconds);

  @ObserveUpDownCounter(unit = "{slot}", brief = "Slots that the ring to the parser has left.")
  void observeFreeSlots(long slots);

  @ObserveUpDownCounter(unit = "{frame}", brief = "Frames that are due on the line, in parts, too.")
  void observeBacklog(double frames);
}
