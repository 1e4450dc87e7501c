package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}

@MetricSet(name = "gateway.other", brief = "Frames taken.")
interface OtherMetrics {
  @FormerNames("gateway.receiver.frames")
  @Counter(unit = "{frame}", brief = "Frames.")
  void addBlocks(long count); // ! metric set gateway.other: the former name is a metric's present one: name=gateway.receiver.frames; write a name that is no longer in use instead
}
