package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addCafés(long count); // ! metric set gateway.receiver: the metric's name is not lower-case words joined by dots: name=gateway.receiver.cafés; write name = "..." in @Counter instead
}
