package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}

@MetricSet(name = "gateway.other", brief = "Frames taken.")
interface OtherMetrics {
  @Counter(name = "gateway.receiver.frames", unit = "{frame}", brief = "Frames.")
  void addBlocks(long count); // ! metric set gateway.other: the metric's name is that of another set's, ReceiverMetrics.addFrames: name=gateway.receiver.frames; write another name instead
}
