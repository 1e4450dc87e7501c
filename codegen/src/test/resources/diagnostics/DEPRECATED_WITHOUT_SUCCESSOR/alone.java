package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Deprecated
  @Stability(StabilityLevel.STABLE)
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count); // ? metric set gateway.receiver: a stable metric is deprecated and none took its place: name=gateway.receiver.frames; write @FormerNames("gateway.receiver.frames") on the one that does instead
}
