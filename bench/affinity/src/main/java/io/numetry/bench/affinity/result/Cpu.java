package io.numetry.bench.affinity.result;

/**
 * A CPU that threads can be pinned to.
 *
 * @param core the lowest CPU of its physical core
 * @param cache the lowest CPU that shares its last-level cache; -1 if not told
 * @param quiet isolated or tickless
 */
public record Cpu(int id, int node, int core, int cache, boolean quiet) {}
