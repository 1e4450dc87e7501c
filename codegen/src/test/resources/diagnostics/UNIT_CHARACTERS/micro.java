package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      unit = "µs", // ! metric set gateway.receiver: the unit is not printable ASCII without spaces: unit=µs; write it in UCUM, such as By, us or {message}, instead
      brief = "Frames.")
  void addFrames(long count);
}
