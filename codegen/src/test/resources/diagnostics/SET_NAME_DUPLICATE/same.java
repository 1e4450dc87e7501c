package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface OtherMetrics { // ! metric set gateway.receiver: the set's name is that of ReceiverMetrics: name=gateway.receiver; write another name instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addBlocks(long count);
}
