package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "B", // ! metric set gateway.receiver: the unit is none of UCUM's: unit=B; write By instead
      brief = "Frames.")
  void setOthers(long value);
}
