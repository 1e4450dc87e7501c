package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "{By}", // ! metric set gateway.receiver: the unit is in braces, where no backend looks for one: unit={By}; write By instead
      brief = "Frames.")
  void setOthers(long value);
}
