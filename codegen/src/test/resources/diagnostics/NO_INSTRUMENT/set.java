package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  void setDepth(long depth); // ! metric set gateway.receiver: the method has no instrument: method=setDepth; write @Gauge on it instead
}
