package io.numetry.numa.placed;

import java.util.OptionalInt;

/**
 * Native memory and where it was to be.
 *
 * @param kind what it is for, the tag it is booked under
 * @param owner whose it is: a core's name, or the node it belongs to
 * @param node the node it was wanted on
 * @param memoryNode the node that its pages were to come from: another one if that has no memory;
 *     empty if there is none to be had
 * @param address of the first byte
 */
public record PlacedRange(
    String kind, String owner, int node, OptionalInt memoryNode, long address, long bytes) {}
