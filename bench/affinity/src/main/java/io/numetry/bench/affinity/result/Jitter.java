package io.numetry.bench.affinity.result;

/**
 * How long the turns of a busy loop took, each of which does the same. Nanoseconds.
 *
 * @param ownerCpu -1 for a floating owner
 * @param aggregator where the aggregator ran, in words; empty without telemetry
 * @param turns how many were timed
 * @param interrupted how often the kernel took the CPU from the owner; -1 if it does not tell
 * @param cpuChanges how often the owner was found on another CPU than before
 * @param collections garbage collections meanwhile
 * @param requests exported and received meanwhile
 */
public record Jitter(
    Scenario scenario,
    int ownerCpu,
    String aggregator,
    long turns,
    double p50,
    double p90,
    double p99,
    double p999,
    double p9999,
    double max,
    long interrupted,
    long cpuChanges,
    long collections,
    long requests) {}
