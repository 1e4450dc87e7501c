package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      unit = "{frame}",
      brief = " ") // ! metric set gateway.receiver: the brief is blank: brief= ; write one sentence for the reader of a dashboard instead
  void addFrames(long count);
}
