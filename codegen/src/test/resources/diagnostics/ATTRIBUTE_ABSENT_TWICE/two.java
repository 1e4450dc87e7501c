package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  enum Side {
    NEAR,
    @AttributeAbsent
    NONE,
    @AttributeAbsent // ! enum ReceiverMetrics.Side: the attribute is left out by NONE, too: constant=UNKNOWN; write @AttributeAbsent on one of them alone instead
    UNKNOWN
  }
}
