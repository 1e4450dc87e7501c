package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  enum Side {
    @AttributeValue("") // ! enum ReceiverMetrics.Side: the attribute's value is blank: value=; write what dashboards are to show instead
    A
  }
}
