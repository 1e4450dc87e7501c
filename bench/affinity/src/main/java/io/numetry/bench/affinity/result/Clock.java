package io.numetry.bench.affinity.result;

/**
 * What {@link System#nanoTime()} can do here.
 *
 * @param readNanos what a reading costs; taken off each batch
 * @param granularityNanos the least step that was seen between readings
 */
public record Clock(double readNanos, double granularityNanos) {}
