package io.numetry.codegen.validate;

/**
 * A sound attribute of each measurement.
 *
 * @param parameter its name
 */
public record ValidDimension(String key, String parameter, ValidEnum type) {}
