package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @UpDownCounter(unit = "{frame}", brief = "Frames.")
  void recordInFlight(long change); // ! metric set gateway.receiver: the verb does not fit @UpDownCounter: method=recordInFlight; write addInFlight instead
}
