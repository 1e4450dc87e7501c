package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  @UpDownCounter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count); // ! metric set gateway.receiver: the method has several instruments: annotations=@Counter,@UpDownCounter; write a method for each instead
}
