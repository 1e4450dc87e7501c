package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics extends Runnable, AutoCloseable { // ! metric set gateway.receiver: the interface's own methods are the whole schema: extends=java.lang.Runnable,java.lang.AutoCloseable; write what is recorded in ReceiverMetrics itself instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
