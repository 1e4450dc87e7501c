package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics { // ! metric set gateway.receiver: another type has the generated class's name: class=ReceiverMetricsSet; write another name than ReceiverMetrics instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}

abstract class ReceiverMetricsSet extends io.numetry.record.RecordingSet
    implements ReceiverMetrics {
  ReceiverMetricsSet(io.numetry.record.SlotHandle handle) {
    super(handle);
  }
}
