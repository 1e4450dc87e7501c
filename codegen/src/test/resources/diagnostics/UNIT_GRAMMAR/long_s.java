package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "Sec", // ! metric set gateway.receiver: the unit is none of UCUM's: unit=Sec; write s instead
      brief = "Frames.")
  void setOthers(long value);
}
