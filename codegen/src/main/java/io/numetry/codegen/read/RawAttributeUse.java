package io.numetry.codegen.read;

import java.util.Optional;

/**
 * A class that a metric set names for the attributes of its registrations.
 *
 * @param type as a user would write it
 * @param position where it is named
 * @param set present if the class is marked as an attribute set
 */
public record RawAttributeUse(String type, Position position, Optional<RawAttributeSet> set) {}
