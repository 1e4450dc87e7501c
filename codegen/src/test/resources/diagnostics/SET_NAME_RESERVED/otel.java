package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "otel.receiver", // ! metric set otel.receiver: the set's name is in a namespace that is others': name=otel.receiver; write one of your own instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
