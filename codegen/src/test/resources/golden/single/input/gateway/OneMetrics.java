package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

@MetricSet(name = "one", brief = "One.")
interface OneMetrics {
  @Counter(unit = "{thing}", brief = "All.")
  void addAll(long n);
}
