package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  @Gauge(unit = "{frame}", brief = "Frames.")
  void setFrames(long count); // ! metric set gateway.receiver: the words after the verb are those of addFrames: method=setFrames; write other words instead
}
