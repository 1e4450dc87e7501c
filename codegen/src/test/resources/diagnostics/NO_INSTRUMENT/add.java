package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  void addBytes(long bytes); // ! metric set gateway.receiver: the method has no instrument: method=addBytes; write @Counter or @UpDownCounter on it instead
}
