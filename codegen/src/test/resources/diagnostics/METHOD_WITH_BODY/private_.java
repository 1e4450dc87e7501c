package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  private long one() { // ! metric set gateway.receiver: the interface is the schema, and a private method is no part of it: method=one; write it in another type instead
    return 1;
  }
}
