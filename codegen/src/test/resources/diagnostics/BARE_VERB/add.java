package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void add(long count); // ! metric set gateway.receiver: the name does not say what is recorded: method=add; write addReceived or the like instead
}
