package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "gateway.receiver",
    brief = "Frames\ntaken.") // ! metric set gateway.receiver: the set's brief is more than a line of text: brief=Frames taken.; write one sentence instead
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
