package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(
      name = "gateway.wait.seconds", // ? metric set gateway.receiver: the metric's name ends with a unit, which exporters add where it belongs: name=gateway.wait.seconds; write gateway.wait.duration instead
      unit = "s",
      brief = "Frames.")
  void recordOthers(long value);
}
