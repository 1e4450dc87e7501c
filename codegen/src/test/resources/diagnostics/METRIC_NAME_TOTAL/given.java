package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      name = "gateway.frames_total", // ! metric set gateway.receiver: the metric's name ends like what exporters add to a counter's: name=gateway.frames_total; write gateway.frames instead
      unit = "{frame}",
      brief = "Frames.")
  void addFrames(long count);
}
