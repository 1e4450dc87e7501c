package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @FormerNames("gateway.old")
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  @FormerNames("Gateway.Old") // ! metric set gateway.receiver: the former name is that of addFrames, too: name=Gateway.Old; write it on the one that took its place instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addOthers(long count);
}
