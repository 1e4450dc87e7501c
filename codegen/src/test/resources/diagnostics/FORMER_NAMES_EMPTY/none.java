package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @FormerNames({}) // ! metric set gateway.receiver: there is no former name: names={}; write one or more, or no @FormerNames, instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
