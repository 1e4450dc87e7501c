package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "{frame}/", // ! metric set gateway.receiver: the unit is none of UCUM's: unit={frame}/; write one in UCUM such as By, s, {message} or {message}/s instead
      brief = "Frames.")
  void setOthers(long value);
}
