package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.registry.CoreIdentity;
import io.numetry.schema.ReservedKeys;

/**
 * What series are summed up to, and the attribute on their points that says so. Cores of different
 * levels, or nodes, never send the same series.
 */
public enum AggregationLevel {
  /**
   * A series a core. Points carry {@code cpu.logical_number}; those of a floating core, which has
   * no CPU, {@code numetry.core.name} and {@code numa.node.id}.
   */
  CORE,

  /** A series a NUMA node, summed over its cores. Points carry {@code numa.node.id}. */
  NODE,

  /**
   * One series, summed over all nodes by the root, the aggregator of the node where the first core
   * was opened. The others send it their partial sums. Points carry no attribute of the level.
   */
  PROCESS;

  /** The attributes that points of this core have besides their set's. */
  Attributes attributes(CoreIdentity core) {
    if (this == PROCESS) {
      return Attributes.empty();
    }
    Attributes.Builder attributes = Attributes.builder();
    if (this == NODE) {
      return attributes.put(ReservedKeys.NODE, (long) core.node()).build();
    }
    if (core.cpu().isPresent()) {
      return attributes.put(ReservedKeys.CPU, (long) core.cpu().getAsInt()).build();
    }
    return attributes
        .put(ReservedKeys.CORE_NAME, core.name())
        .put(ReservedKeys.NODE, (long) core.node())
        .build();
  }
}
