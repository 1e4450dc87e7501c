package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @FormerNames("gateway.receiver.frames") // ! metric set gateway.receiver: the former name is a metric's present one: name=gateway.receiver.frames; write a name that is no longer in use instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
