package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.Detail;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.FormerNames;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Stability;
import io.numetry.schema.StabilityLevel;

@MetricSet(name = "gateway.levels", brief = "Levels of detail and of stability.")
@Stability(StabilityLevel.BETA)
@Detail(DetailLevel.DETAILED)
public interface LevelMetrics {

  @Counter(unit = "{frame}", brief = "As the set says.")
  void addFrames(long frames);

  @Counter(unit = "{message}", brief = "As the method says.")
  @Stability(StabilityLevel.STABLE)
  @Detail(DetailLevel.BASIC)
  @FormerNames({"gateway.old_messages", "gateway.older_messages"})
  void addMessages(long messages);

  @Counter(unit = "{order}", brief = "What needs no saying.")
  @Stability(StabilityLevel.DEVELOPMENT)
  @Detail(DetailLevel.NORMAL)
  void addOrders(long orders);
}
