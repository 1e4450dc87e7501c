package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(); // ! metric set gateway.receiver: a recording call takes one value: parameters=0; write void addFrames(long value) instead
}
