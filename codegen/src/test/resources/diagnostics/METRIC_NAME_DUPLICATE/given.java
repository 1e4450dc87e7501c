package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  @Counter(
      name = "gateway.receiver.frames", // ! metric set gateway.receiver: the metric's name is that of addFrames: name=gateway.receiver.frames; write another name instead
      unit = "{frame}",
      brief = "Frames.")
  void addOthers(long count);
}
