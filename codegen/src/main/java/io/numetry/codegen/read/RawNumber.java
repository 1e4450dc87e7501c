package io.numetry.codegen.read;

/**
 * An integer value of an annotation.
 *
 * @param value as written, or the annotation's default
 * @param position of the value; of the annotation if it was left out
 */
public record RawNumber(int value, Position position) {}
