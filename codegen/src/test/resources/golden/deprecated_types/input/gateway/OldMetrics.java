package gateway;

import io.numetry.schema.AttributeSet;
import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

@SuppressWarnings("deprecation")
@MetricSet(name = "gateway.old", brief = "Deprecated values.", item = OldMetrics.Lane.class)
public interface OldMetrics {

  @AttributeSet(prefix = "gateway.lane")
  record Lane(Old old, Going going) {}

  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Old old, Going going, long frames);
}
