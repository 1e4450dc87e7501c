package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  enum Side {
    NEAR,
    @AttributeValue("near") // ! enum ReceiverMetrics.Side: the attribute's value is that of NEAR: value=near; write another value instead
    CLOSE
  }
}
