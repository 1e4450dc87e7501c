package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @ExplicitHistogram(
      unit = "s",
      brief = "Ages.",
      boundaries = {}) // ! metric set gateway.receiver: a histogram has 1 to 8191 bounds: boundaries=0; write @Mmsc for a distribution without buckets, or @Histogram for one whose buckets adapt, instead
  void recordAge(double seconds);
}
