package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      @Attribute("host.name") // ? metric set gateway.receiver: the key is a resource's, which says it once for all points: key=host.name; write it in the resource's attributes, or one of your own, instead
          Side side,
      long count);

  enum Side {
    A
  }
}
