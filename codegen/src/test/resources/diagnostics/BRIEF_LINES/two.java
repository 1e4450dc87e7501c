package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      unit = "{frame}",
      brief = "Frames\r\ntaken.") // ! metric set gateway.receiver: the brief is more than a line of text: brief=Frames  taken.; write one sentence instead
  void addFrames(long count);
}
