package gateway;

import io.numetry.schema.AttributeSet;
import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** With attributes that not everyone can name. */
@MetricSet(
    name = "gateway.wide",
    brief = "Attributes of two kinds for an entity.",
    entity = {Everything.class, Receiver.Lane.class},
    item = WideMetrics.ARatherLongNameOfAnAttributeSet.class)
public interface WideMetrics {

  /** Makes a line too long. */
  @AttributeSet(prefix = "gateway.wide")
  record ARatherLongNameOfAnAttributeSet(int part) {}

  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long frames);
}
