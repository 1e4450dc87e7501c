package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import java.util.OptionalInt;

/**
 * Where threads that serve the cores are to run.
 *
 * @param node the node served, for an aggregator; empty for network threads, which serve all
 * @param cpus any of these; none to leave the threads to the scheduler
 * @param sharedWithCores true if cores run on some of these CPUs too
 * @param reason why these CPUs
 */
public record PlannedService(
    OptionalInt node, CpuSet cpus, boolean sharedWithCores, String reason) {}
