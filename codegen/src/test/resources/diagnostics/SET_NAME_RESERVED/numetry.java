package gateway;

import io.numetry.schema.*;

@MetricSet(
    name = "numetry", // ! metric set numetry: the set's name is in a namespace that is others': name=numetry; write one of your own instead
    brief = "Frames taken.")
interface ReceiverMetrics {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count);
}
