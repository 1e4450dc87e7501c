package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.", entity = Receiver.class)
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(
      Side side, // ! metric set gateway.receiver: the key is also that of Receiver, and a point has each key once: key=side; write another key instead
      long count);

  enum Side {
    A
  }
}

@AttributeSet
record Receiver(String side) {}
