package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Histogram(unit = "s", brief = "Frames.")
  void recordAge(
      double seconds,
      int count); // ! metric set gateway.receiver: how many equal values there are is a long: type=int; write long count instead
}
