package gateway;

import io.numetry.schema.*;

class Receiver {
  @MetricSet(name = "gateway.inner", brief = "Frames taken.")
  interface Metrics {
    @Counter(unit = "{frame}", brief = "Frames.")
    void addFrames(long count);
  }
}

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface Receiver_Metrics { // ! metric set gateway.receiver: another type has the generated class's name: class=Receiver_MetricsSet; write another name than Receiver_Metrics instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
