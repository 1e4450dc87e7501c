package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** Nested sets: visible as far as all types around them are. */
public interface Gateway {

  @MetricSet(name = "gateway.open", brief = "A set that all can see.")
  interface Open {
    @Counter(unit = "{thing}", brief = "Things done.")
    void addDone(long things);
  }

  /** Not public, hence neither is what is in it. */
  final class Locked {
    private Locked() {}

    @MetricSet(name = "gateway.locked", brief = "A set that is public in a type that is.")
    public interface Shown {
      @Counter(unit = "{thing}", brief = "Things done.")
      void addDone(long things);
    }

    @MetricSet(name = "gateway.hidden", brief = "A set that is its package's own.")
    interface Hidden {
      @Counter(unit = "{thing}", brief = "Things done.")
      void addDone(long things);
    }
  }
}
