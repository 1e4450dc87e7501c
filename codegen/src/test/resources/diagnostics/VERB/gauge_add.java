package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(unit = "{frame}", brief = "Frames.")
  void addQueueDepth(long depth); // ! metric set gateway.receiver: the verb does not fit @Gauge: method=addQueueDepth; write setQueueDepth instead
}
