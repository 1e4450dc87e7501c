package io.numetry.codegen.read;

import java.util.Optional;

/**
 * A parameter of a method.
 *
 * @param type without annotations, as a user would write it
 * @param enumType present if the type is an enum
 * @param key what the parameter says of the attribute's key
 */
public record RawParameter(
    String name,
    String type,
    Position position,
    Optional<RawEnum> enumType,
    Optional<RawText> key) {}
