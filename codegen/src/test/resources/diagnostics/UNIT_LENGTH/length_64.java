package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(
      unit = "{ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff}", // ! metric set gateway.receiver: the unit has more than 63 characters: length=64; write a shorter one instead
      brief = "Frames.")
  void addFrames(long count);
}
