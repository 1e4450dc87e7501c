package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      long bytes,
      long count); // ! metric set gateway.receiver: only a distribution takes how many equal values there are: parameter=count; write @Mmsc, @Histogram or @ExplicitHistogram in place of @Counter, or the value alone, instead
}
