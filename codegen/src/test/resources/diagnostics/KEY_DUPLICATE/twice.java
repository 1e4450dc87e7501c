package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      @Attribute("gateway.side") Side near,
      @Attribute("gateway.side") // ! metric set gateway.receiver: the key is that of near: key=gateway.side; write another key instead
          Side far,
      long count);

  enum Side {
    A
  }
}
