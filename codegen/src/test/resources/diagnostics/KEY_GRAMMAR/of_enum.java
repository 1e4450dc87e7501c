package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  @Attribute("Side") // ! enum ReceiverMetrics.Side: the key is not lower-case words joined by dots: key=Side; write side instead
  enum Side {
    A
  }
}
