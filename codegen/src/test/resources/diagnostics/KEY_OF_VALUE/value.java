package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      @Attribute("gateway.side") // ! metric set gateway.receiver: the value is no attribute: key=gateway.side; write @Attribute on an enum before the value instead
          long count);
}
