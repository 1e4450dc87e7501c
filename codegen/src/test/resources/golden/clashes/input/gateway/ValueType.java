package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** Called like a class of the engine that the generated class names in its description. */
@MetricSet(name = "gateway.value_type", brief = "A name that means two things.")
public interface ValueType {

  @Counter(unit = "{thing}", brief = "Things done.")
  void addDone(long things);
}
