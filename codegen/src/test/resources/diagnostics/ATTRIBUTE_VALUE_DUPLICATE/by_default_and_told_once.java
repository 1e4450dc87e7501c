package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  @Counter(unit = "{frame}", brief = "Bytes.")
  void addOthers(Side side, long count);

  enum Side {
    NEAR,
    Near // ! enum ReceiverMetrics.Side: the attribute's value is that of NEAR: value=near; write another value instead
  }
}
