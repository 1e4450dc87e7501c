package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  interface Plain {
    @Mmsc(unit = "{frame}", brief = "Frames.")
    void recordFrames(long count); // ! type Plain: an instrument is a method of a metric set: method=recordFrames; write @MetricSet(name = "...", brief = "...") on Plain, or no instrument annotation, instead
  }
}
