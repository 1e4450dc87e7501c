package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "bytes", // ! metric set gateway.receiver: the unit is none of UCUM's: unit=bytes; write By instead
      brief = "Frames.")
  void setOthers(long value);
}
