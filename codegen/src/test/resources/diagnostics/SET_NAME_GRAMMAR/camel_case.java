package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "Gateway.frameReceiver", // ! metric set Gateway.frameReceiver: the set's name is not lower-case words joined by dots: name=Gateway.frameReceiver; write gateway.frame_receiver instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
