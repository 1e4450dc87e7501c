package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @ExplicitHistogram(
      unit = "s",
      brief = "Ages.",
      boundaries = {0, Double.NaN}) // ! metric set gateway.receiver: a bound is a finite number, and there is one bucket more above the last: boundary=NaN; write the finite ones alone instead
  void recordAge(double seconds);
}
