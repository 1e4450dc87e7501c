package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(unit = "{frame}", brief = "Frames.")
  void observeSize(double size); // ! metric set gateway.receiver: the verb does not fit @Mmsc: method=observeSize; write recordSize instead
}
