package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** What a user deprecates does not make warnings in what we generate. */
public interface OldMetrics {

  /**
   * A set.
   *
   * @deprecated use another
   */
  @Deprecated
  @MetricSet(name = "gateway.old", brief = "Old.")
  interface Old {
    @Counter(unit = "{thing}", brief = "Things done.")
    void addDone(long things);
  }

  /**
   * A set.
   *
   * @deprecated use another soon
   */
  @Deprecated(since = "2", forRemoval = true)
  @MetricSet(name = "gateway.going", brief = "Going.")
  interface Going {
    @Counter(unit = "{thing}", brief = "Things done.")
    void addDone(long things);
  }

  /** A set with some methods to go. */
  @MetricSet(name = "gateway.mixed", brief = "Mixed.")
  interface Mixed {
    /**
     * An instrument.
     *
     * @deprecated use another
     */
    @Deprecated
    @Counter(unit = "{thing}", brief = "Things done.")
    void addDone(long things);

    /**
     * An instrument.
     *
     * @deprecated use another soon
     */
    @Deprecated(forRemoval = true)
    @Counter(unit = "{thing}", brief = "Things left.")
    void addLeft(long things);

    @Counter(unit = "{thing}", brief = "Things kept.")
    void addKept(long things);
  }
}
