package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      long count,
      Side side); // ! metric set gateway.receiver: attributes come before the value: parameter=side; write it first instead

  enum Side {
    A
  }
}
