package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      unit = "1", // ? metric set gateway.receiver: the unit does not say what is counted: unit=1; write {frame} or the like instead
      brief = "Frames.")
  void addFrames(long count);
}
