package io.numetry.codegen.read;

import java.util.Optional;

/**
 * A component of an attribute set.
 *
 * @param type without annotations, as a user would write it
 * @param key what the component says of the attribute's key
 * @param enumType present if the type is an enum
 * @param composed present if the type is an attribute set, and none that this one is part of
 * @param cyclic true if the type is an attribute set that this one is part of
 */
public record RawComponent(
    String name,
    String type,
    Position position,
    Optional<RawText> key,
    Optional<RawEnum> enumType,
    Optional<RawAttributeSet> composed,
    boolean cyclic) {}
