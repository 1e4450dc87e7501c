package io.numetry.bench.chaos.point;

/**
 * One point as it is accounted for.
 *
 * @param series its name, as a number that both sides of the account share
 * @param digest of its value
 * @param amount a sum's or gauge's value, a distribution's count; 0 for the end of a series
 * @param total a distribution's sum, 0 for all else
 */
public record WirePoint(
    int series,
    long startUnixNanos,
    long timeUnixNanos,
    long digest,
    double amount,
    double total) {}
