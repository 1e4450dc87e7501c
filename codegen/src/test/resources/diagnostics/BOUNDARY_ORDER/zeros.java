package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @ExplicitHistogram(
      unit = "s",
      brief = "Ages.",
      boundaries = {-0.0, 0.0}) // ! metric set gateway.receiver: the bounds do not ascend: boundary=0.0; write one above -0.0 instead
  void recordAge(double seconds);
}
