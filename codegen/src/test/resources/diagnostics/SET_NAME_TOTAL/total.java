package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "gateway.frames_total", // ! metric set gateway.frames_total: the set's name ends like what exporters add to a counter's: name=gateway.frames_total; write gateway.frames instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
