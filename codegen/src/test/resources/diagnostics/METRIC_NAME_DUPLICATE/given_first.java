package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(name = "gateway.receiver.others", unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  @Counter(unit = "{frame}", brief = "Frames.")
  void addOthers(long count); // ! metric set gateway.receiver: the metric's name is that of addFrames: name=gateway.receiver.others; write another name instead
}
