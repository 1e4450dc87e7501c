package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "gateway.receiver",
    brief = "Frames taken.",
    entity = Receiver.class,
    item = Lane.class) // ! metric set gateway.receiver: the key is also that of Receiver, and a point has each key once: key=gateway.name; write another key instead
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}

@AttributeSet(prefix = "gateway")
record Receiver(String name) {}

@AttributeSet(prefix = "gateway")
record Lane(String name) {}
