package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Histogram(
      unit = "s",
      brief = "Ages.",
      maxBuckets = 10_000) // ! metric set gateway.receiver: a histogram has 3 to 8192 buckets: maxBuckets=10000; write 8192 instead
  void recordAge(double seconds);
}
