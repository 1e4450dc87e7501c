package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
sealed interface ReceiverMetrics { // ! metric set gateway.receiver: the generated class cannot implement a sealed interface: sealed=ReceiverMetrics; write it without sealed instead
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);

  final class Fake implements ReceiverMetrics {
    @Override
    public void addFrames(long count) {}
  }
}
