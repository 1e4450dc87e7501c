import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;

@MetricSet(name = "loose", brief = "A set in the unnamed package.")
interface LooseMetrics {
  @Gauge(unit = "1", brief = "Ends.")
  void setEnds(long ends);
}
