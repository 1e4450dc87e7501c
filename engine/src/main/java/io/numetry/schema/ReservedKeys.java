package io.numetry.schema;

import java.util.Set;

/**
 * Attribute keys that aggregation gives by itself, and a schema therefore must not: a point has
 * each key once.
 */
public final class ReservedKeys {
  /** The CPU that a core's owner is pinned to. */
  public static final String CPU = "cpu.logical_number";

  /** The NUMA node that values come from. */
  public static final String NODE = "numa.node.id";

  /** A core without a CPU of its own. */
  public static final String CORE_NAME = "numetry.core.name";

  /** Marks the series that takes what is beyond a limit (specification, "Cardinality limits"). */
  public static final String OVERFLOW = "otel.metric.overflow";

  private static final Set<String> ALL = Set.of(CPU, NODE, CORE_NAME, OVERFLOW);

  private ReservedKeys() {}

  public static boolean contains(String key) {
    return ALL.contains(key);
  }
}
