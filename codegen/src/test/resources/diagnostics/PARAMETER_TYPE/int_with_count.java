package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(unit = "s", brief = "Frames.")
  void recordAge(
      int seconds, // ! metric set gateway.receiver: a value is a long or a double: type=int; write long instead
      long count);
}
