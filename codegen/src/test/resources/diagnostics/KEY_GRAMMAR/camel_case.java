package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      @Attribute("gatewaySide") // ! metric set gateway.receiver: the key is not lower-case words joined by dots: key=gatewaySide; write gateway_side instead
          Side side,
      long count);

  enum Side {
    A
  }
}
