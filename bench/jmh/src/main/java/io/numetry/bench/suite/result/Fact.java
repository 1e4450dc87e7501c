package io.numetry.bench.suite.result;

/** Something told of the machine, in words. */
public record Fact(String name, String value) {}
