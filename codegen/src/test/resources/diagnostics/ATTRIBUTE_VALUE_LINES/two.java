package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Side side, long count);

  enum Side {
    @AttributeValue("a\nb") // ! enum ReceiverMetrics.Side: the attribute's value is more than a line of text: value=a b; write a word instead
    A
  }
}
