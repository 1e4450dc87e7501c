package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics<S, T> { // ! metric set gateway.receiver: a schema has no type parameters: typeParameters=S,T; write interface ReceiverMetrics instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
