package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addIOFrames(long count);

  @Counter(unit = "{frame}", brief = "Frames.")
  void addIoFrames(long count); // ! metric set gateway.receiver: the words after the verb are those of addIOFrames: method=addIoFrames; write other words instead
}
