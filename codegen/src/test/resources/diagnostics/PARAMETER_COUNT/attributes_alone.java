package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side); // ! metric set gateway.receiver: a recording call takes one value: parameters=1; write void addFrames(long value) instead

  enum Side {
    A
  }
}
