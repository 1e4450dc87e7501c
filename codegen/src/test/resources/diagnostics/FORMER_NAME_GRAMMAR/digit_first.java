package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @FormerNames("1st") // ! metric set gateway.receiver: the former name is none that a metric can have had: name=1st; write a letter, and then up to 254 letters, digits, and any of _ . - / instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
