package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      Side near,
      Side far, // ! metric set gateway.receiver: the key is that of near: key=gateway.side; write another key instead
      long count);

  @Attribute("gateway.side")
  enum Side {
    A
  }
}
