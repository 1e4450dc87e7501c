package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  enum Side {
    NEAR,
    @AttributeValue("none")
    @AttributeAbsent // ! enum ReceiverMetrics.Side: a constant that leaves the attribute out has no value: value=none; write @AttributeAbsent alone, or @AttributeValue alone, instead
    NONE
  }
}
