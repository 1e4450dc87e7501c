package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "1gateway", // ! metric set 1gateway: the set's name is not lower-case words joined by dots: name=1gateway; write one such as gateway.receiver instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
