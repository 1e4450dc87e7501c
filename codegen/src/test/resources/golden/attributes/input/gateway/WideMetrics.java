package gateway;

import gateway.place.Zone;
import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** With attributes that not everyone can name. */
@MetricSet(
    name = "gateway.wide",
    brief = "Attributes of two kinds for an entity.",
    entity = {Everything.class, Receiver.Lane.class})
public interface WideMetrics {

  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long frames);
}
