package io.numetry.bench.affinity.select;

/** A CPU that records to a bank on a node. */
public record BankPlace(int cpu, int cpuNode, int bankNode) {}
