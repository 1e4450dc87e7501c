package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(
      name = "otel.wait", // ! metric set gateway.receiver: the metric's name is in a namespace that is others': name=otel.wait; write one of your own instead
      unit = "s",
      brief = "Frames.")
  void recordOthers(long value);
}
