package io.numetry.registry;

import java.util.OptionalInt;

/**
 * Who a core is.
 *
 * @param name unique among the open cores
 * @param cpu the CPU that its owner is pinned to; empty for a floating core
 * @param node the NUMA node that its bank lies on
 * @param owner the one thread that records
 */
public record CoreIdentity(String name, OptionalInt cpu, int node, Thread owner) {}
