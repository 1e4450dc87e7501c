package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFramesTotal(long count); // ! metric set gateway.receiver: the metric's name ends like what exporters add to a counter's: name=gateway.receiver.frames_total; write gateway.receiver.frames instead
}
