package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Gauge(
      unit = "KB", // ! metric set gateway.receiver: the unit is none of UCUM's: unit=KB; write kBy instead
      brief = "Frames.")
  void setOthers(long value);
}
