package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      unit = " ", // ! metric set gateway.receiver: the unit is blank: unit= ; write it in UCUM, such as By, s, {message}, or 1 for a plain number, instead
      brief = "Frames.")
  void addFrames(long count);
}
