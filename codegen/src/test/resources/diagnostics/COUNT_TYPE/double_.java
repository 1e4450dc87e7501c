package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(unit = "s", brief = "Frames.")
  void recordAge(
      double seconds,
      double count); // ! metric set gateway.receiver: how many equal values there are is a long: type=double; write long count instead
}
