package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "{By}/s", // ! metric set gateway.receiver: the unit is in braces, where no backend looks for one: unit={By}/s; write By/s instead
      brief = "Frames.")
  void setOthers(long value);
}
