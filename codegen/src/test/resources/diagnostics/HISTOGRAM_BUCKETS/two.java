package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Histogram(
      unit = "s",
      brief = "Ages.",
      maxBuckets = 2) // ! metric set gateway.receiver: a histogram has 3 to 8192 buckets: maxBuckets=2; write 3 instead
  void recordAge(double seconds);
}
