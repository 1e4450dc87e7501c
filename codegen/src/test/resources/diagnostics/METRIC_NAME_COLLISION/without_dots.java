package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  @Counter(
      name = "gateway_receiver_frames", // ! metric set gateway.receiver: the metric's name is that of addFrames to a backend without dots: name=gateway_receiver_frames; write another name instead
      unit = "{frame}",
      brief = "Frames.")
  void addOthers(long count);
}
