package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "1", brief = "Frames.")
  void addFrames(long count);

  void flush(long bytes); // ! metric set gateway.receiver: the method has no instrument: method=flush; write @Counter or @UpDownCounter or @Gauge or @Mmsc on it instead
}
