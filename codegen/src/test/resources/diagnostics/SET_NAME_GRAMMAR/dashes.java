package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "gateway-receiver", // ! metric set gateway-receiver: the set's name is not lower-case words joined by dots: name=gateway-receiver; write gateway_receiver instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
