package io.numetry.codegen.read;

/**
 * An annotation on an element of a sort that it says nothing of.
 *
 * @param annotation its simple name
 * @param place what it belongs on
 */
public record RawMisplaced(Position position, String annotation, String element, String place) {}
