package io.numetry.codegen.read;

/**
 * An instrument annotation on a method of a type that is no metric set.
 *
 * @param typeName simple name of the type around the method
 */
public record RawStray(Position position, String typeName, String methodName) {}
