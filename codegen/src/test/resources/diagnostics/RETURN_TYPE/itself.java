package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  ReceiverMetrics addFrames(long count); // ! metric set gateway.receiver: a recording call returns nothing: returnType=gateway.ReceiverMetrics; write void addFrames instead
}
