package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(unit = "{frame}", brief = "Frames.")
  void update(long count); // ! metric set gateway.receiver: the name does not say what is recorded: method=update; write setReceived or the like instead
}
