package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count, long bytes); // ! metric set gateway.receiver: a recording call takes one value: parameters=2; write void addFrames(long value) instead
}
