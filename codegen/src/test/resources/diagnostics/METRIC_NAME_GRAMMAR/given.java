package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      name = "gateway.Frames-Taken", // ! metric set gateway.receiver: the metric's name is not lower-case words joined by dots: name=gateway.Frames-Taken; write gateway.frames_taken instead
      unit = "{frame}",
      brief = "Frames.")
  void addFrames(long count);
}
