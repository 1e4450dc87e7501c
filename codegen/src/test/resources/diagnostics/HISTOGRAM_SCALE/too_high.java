package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Histogram(
      unit = "s",
      brief = "Ages.",
      maxScale = 21) // ! metric set gateway.receiver: a histogram's scale is -10 to 20: maxScale=21; write 20 instead
  void recordAge(double seconds);
}
