package io.numetry.codegen.read;

/**
 * A text value of an annotation.
 *
 * @param value as written; empty if it was left out
 * @param position of the value; of the annotation if it was left out
 */
public record RawText(String value, Position position) {}
