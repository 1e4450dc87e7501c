package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}

@MetricSet(name = "gateway", brief = "Frames taken.")
interface OtherMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addReceiver_frames(long count); // ! metric set gateway: the metric's name is that of another set's, ReceiverMetrics.addFrames: name=gateway.receiver_frames; write another name instead
}
