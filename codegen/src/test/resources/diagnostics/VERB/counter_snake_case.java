package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void add_frames(long count); // ! metric set gateway.receiver: the verb does not fit @Counter: method=add_frames; write addReceived instead
}
