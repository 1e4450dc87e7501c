package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  static long one() { // ! metric set gateway.receiver: the interface is the schema, and a static method is no part of it: method=one; write it in another type instead
    return 1;
  }
}
