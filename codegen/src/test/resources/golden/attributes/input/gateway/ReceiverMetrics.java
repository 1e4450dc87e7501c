package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

@MetricSet(
    name = "gateway.receiver",
    brief = "Frames taken off a ring.",
    entity = Receiver.class,
    item = Receiver.Lane.class)
public interface ReceiverMetrics {

  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Role role, long frames);
}
