package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  <T> void addFrames(long count); // ! metric set gateway.receiver: a recording call has no type parameters: typeParameters=T; write void addFrames(long value) instead
}
