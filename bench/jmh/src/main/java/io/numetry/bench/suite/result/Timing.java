package io.numetry.bench.suite.result;

/**
 * How a group of benchmarks was measured, and how long that took.
 *
 * @param group in words
 * @param benches how many
 * @param repeats virtual machines for each
 * @param warmUp of each of these, in words
 * @param measured of each of these, in words
 * @param seconds that it took in all
 */
public record Timing(
    String group, int benches, int repeats, String warmUp, String measured, double seconds) {}
