package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      int shard, // ! metric set gateway.receiver: an attribute of a measurement is an enum: type=int; write an enum of the values that it can have instead
      long count);
}
