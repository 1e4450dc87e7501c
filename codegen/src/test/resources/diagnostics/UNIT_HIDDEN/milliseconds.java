package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "{ms}", // ! metric set gateway.receiver: the unit is in braces, where no backend looks for one: unit={ms}; write ms instead
      brief = "Frames.")
  void setOthers(long value);
}
