package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(
      name = "gateway.wait_ms", // ? metric set gateway.receiver: the metric's name ends with a unit, which exporters add where it belongs: name=gateway.wait_ms; write gateway.wait instead
      unit = "s",
      brief = "Frames.")
  void recordOthers(long value);
}
