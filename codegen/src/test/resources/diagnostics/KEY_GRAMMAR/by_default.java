package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      Side _side, // ! metric set gateway.receiver: the key is not lower-case words joined by dots: key=_side; write one such as gateway.lane instead
      long count);

  enum Side {
    A
  }
}
