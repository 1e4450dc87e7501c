package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      @Attribute("otel.side") // ! metric set gateway.receiver: the key is others' to give: key=otel.side; write one of your own instead
          Side side,
      long count);

  enum Side {
    A
  }
}
