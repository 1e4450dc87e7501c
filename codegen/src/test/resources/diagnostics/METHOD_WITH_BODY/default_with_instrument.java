package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  @Gauge(unit = "{frame}", brief = "Depth.")
  default void setDepth(long depth) {} // ! metric set gateway.receiver: the interface is the schema, and a default method is no part of it: method=setDepth; write it in another type instead
}
