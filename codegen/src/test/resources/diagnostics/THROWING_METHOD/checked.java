package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count) throws java.io.IOException; // ! metric set gateway.receiver: a recording call never throws: throws=java.io.IOException; write void addFrames without throws instead
}
