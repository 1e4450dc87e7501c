package io.numetry.bench.affinity.select;

import io.numetry.bench.affinity.result.Relation;

/** Two CPUs that are measured together. */
public record CpuPair(int from, int to, int fromNode, int toNode, Relation relation) {}
