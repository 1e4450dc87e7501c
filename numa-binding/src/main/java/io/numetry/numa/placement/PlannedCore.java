package io.numetry.numa.placement;

import java.util.OptionalInt;

/**
 * Where one core is to run.
 *
 * @param index from 0 up, in the order of choice
 * @param cpu the one it is to be pinned to; no other core has it
 * @param node of the CPU; the assumed node 0 on a host that does not tell of nodes
 * @param memoryNode the node its memory comes from: another one if its own has none; empty if there
 *     is none to be had
 * @param reason why this CPU
 */
public record PlannedCore(int index, int cpu, int node, OptionalInt memoryNode, String reason) {}
