package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      @Attribute("") // ! metric set gateway.receiver: the key is not lower-case words joined by dots: key=; write one such as gateway.lane instead
          Side side,
      long count);

  enum Side {
    A
  }
}
