package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "By", brief = "Frames.")
  void addReadBytes(long count); // ? metric set gateway.receiver: the metric's name ends with a unit, which exporters add where it belongs: name=gateway.receiver.read_bytes; write gateway.receiver.read instead
}
