package io.numetry.bench.support.measure;

/**
 * One figure that a program of its own has measured.
 *
 * @param name unlike any other's
 */
public record Reading(String name, String unit, double value) {}
