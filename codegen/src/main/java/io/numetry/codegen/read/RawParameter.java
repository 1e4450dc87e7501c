package io.numetry.codegen.read;

/**
 * A parameter of a method.
 *
 * @param type without annotations, as a user would write it
 */
public record RawParameter(String name, String type, Position position) {}
