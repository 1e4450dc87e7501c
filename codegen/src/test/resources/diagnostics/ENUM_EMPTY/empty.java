package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  enum Side {} // ! enum ReceiverMetrics.Side: an attribute has a value: constants=0; write a constant for each value that it can have instead
}
