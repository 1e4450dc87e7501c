package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  void recordSize(long bytes); // ! metric set gateway.receiver: the method has no instrument: method=recordSize; write @Mmsc or @Histogram or @ExplicitHistogram on it instead
}
