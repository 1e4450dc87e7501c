package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "seconds", // ! metric set gateway.receiver: the unit is none of UCUM's: unit=seconds; write s instead
      brief = "Frames.")
  void setOthers(long value);
}
