package io.numetry.bench.affinity.result;

/** Something told of the machine, in words. */
public record Fact(String name, String value) {}
