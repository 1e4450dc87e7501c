package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  @Counter(name = "gateway.receiver.others", unit = "{frame}", brief = "Frames.")
  void addFrames(double count); // ! metric set gateway.receiver: the words after the verb are those of addFrames: method=addFrames; write other words instead
}
