package io.numetry.codegen.validate;

import io.numetry.codegen.read.Deprecation;

/**
 * A sound recording method.
 *
 * @param noun what it records, in snake case: {@code bytes_out} of {@code addBytesOut}
 * @param parameter name of its one parameter
 */
public record ValidMethod(String name, String noun, String parameter, Deprecation deprecation) {}
