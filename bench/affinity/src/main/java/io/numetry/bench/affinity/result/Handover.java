package io.numetry.bench.affinity.result;

/**
 * A cache line going from one CPU to another and back.
 *
 * @param from its node holds the line's memory
 * @param nanos one way, half of a round trip; of batches
 */
public record Handover(
    int from, int to, int fromNode, int toNode, Relation relation, Spread nanos) {}
