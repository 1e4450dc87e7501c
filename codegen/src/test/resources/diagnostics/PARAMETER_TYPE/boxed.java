package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      Integer count); // ! metric set gateway.receiver: a value is a long or a double: type=java.lang.Integer; write long instead
}
