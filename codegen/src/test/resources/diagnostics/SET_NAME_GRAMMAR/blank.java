package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = " ", // ! metric set ReceiverMetrics: the set's name is not lower-case words joined by dots: name= ; write one such as gateway.receiver instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
