package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "gateway.", // ! metric set gateway.: the set's name is not lower-case words joined by dots: name=gateway.; write one such as gateway.receiver instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
