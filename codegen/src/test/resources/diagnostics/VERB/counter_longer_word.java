package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addressed(long count); // ! metric set gateway.receiver: the verb does not fit @Counter: method=addressed; write addAddressed instead
}
