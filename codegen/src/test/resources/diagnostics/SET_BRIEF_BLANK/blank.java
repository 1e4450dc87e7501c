package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "gateway.receiver",
    brief = "  ") // ! metric set gateway.receiver: the set's brief is blank: brief=  ; write one sentence on what the set measures instead
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
