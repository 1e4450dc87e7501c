package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Histogram(
      unit = "s",
      brief = "Ages.",
      maxScale = -11) // ! metric set gateway.receiver: a histogram's scale is -10 to 20: maxScale=-11; write -10 instead
  void recordAge(double seconds);
}
