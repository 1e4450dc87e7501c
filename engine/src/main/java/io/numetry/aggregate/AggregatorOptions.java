package io.numetry.aggregate;

import io.numetry.placement.NodePlacement;
import java.util.OptionalLong;

/**
 * How a node aggregator works.
 *
 * @param placement of the node it serves
 * @param intervalNanos from the start of a collection to the start of the next
 * @param patienceNanos how long a collection waits for owners to poll before it goes on without
 * @param levels what series are summed up to
 * @param maxSeries of one metric set on the node, before they overflow
 * @param hostPeriodNanos the least time between two readings of host metrics; empty for none at all
 */
public record AggregatorOptions(
    NodePlacement placement,
    long intervalNanos,
    long patienceNanos,
    Levels levels,
    int maxSeries,
    OptionalLong hostPeriodNanos) {

  int node() {
    return placement.node();
  }
}
