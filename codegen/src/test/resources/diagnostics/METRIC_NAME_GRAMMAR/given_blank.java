package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      name = " ", // ! metric set gateway.receiver: the metric's name is not lower-case words joined by dots: name= ; write one such as gateway.receiver.received instead
      unit = "{frame}",
      brief = "Frames.")
  void addFrames(long count);
}
