package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "gateway.receiver",
    brief = "Frames taken.",
    entity = String.class) // ! metric set gateway.receiver: the class is no attribute set: class=java.lang.String; write @AttributeSet on it, which is to be a record, instead
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
