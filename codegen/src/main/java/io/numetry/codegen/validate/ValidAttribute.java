package io.numetry.codegen.validate;

import io.numetry.schema.AttributeType;

/** An attribute of an attribute set, its own or one of a set that it is composed of. */
public record ValidAttribute(String key, AttributeType type) {}
