package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
abstract class ReceiverMetrics { // ! metric set gateway.receiver: a metric set is an interface: kind=class; write interface ReceiverMetrics instead
  @Counter(unit = "{frame}", brief = "Frames.")
  abstract void addFrames(long count);
}
