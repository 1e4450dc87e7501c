package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @FormerNames("gateway.old")
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}

@MetricSet(name = "gateway.other", brief = "Frames taken.")
interface OtherMetrics {
  @FormerNames("gateway.old")
  @Counter(unit = "{frame}", brief = "Frames.")
  void addBlocks(long count); // ! metric set gateway.other: the former name is that of ReceiverMetrics.addFrames, too: name=gateway.old; write it on the one that took its place instead
}
