package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(unit = "s", brief = "Frames.")
  void recordAge(double seconds, long count, long more); // ! metric set gateway.receiver: a recording call takes one value: parameters=3; write void recordAge(long value) instead
}
