package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      boolean dropped, // ! metric set gateway.receiver: an attribute of a measurement is an enum: type=boolean; write an enum of the values that it can have instead
      long count);
}
