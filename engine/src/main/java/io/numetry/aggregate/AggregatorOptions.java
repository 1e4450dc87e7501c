package io.numetry.aggregate;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import java.util.OptionalLong;

/**
 * How a node aggregator works.
 *
 * @param numa the host
 * @param node the node it serves
 * @param cpus the CPUs it may run on
 * @param intervalNanos from the start of a collection to the start of the next
 * @param patienceNanos how long a collection waits for owners to poll before it goes on without
 * @param levels what series are summed up to
 * @param maxSeries of one metric set on the node, before they overflow
 * @param hostPeriodNanos the least time between two readings of host metrics; empty for none at all
 */
public record AggregatorOptions(
    NumaSystem numa,
    int node,
    CpuSet cpus,
    long intervalNanos,
    long patienceNanos,
    Levels levels,
    int maxSeries,
    OptionalLong hostPeriodNanos) {}
