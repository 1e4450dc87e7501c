package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "messages", // ! metric set gateway.receiver: the unit is none of UCUM's: unit=messages; write {message} instead
      brief = "Frames.")
  void setOthers(long value);
}
