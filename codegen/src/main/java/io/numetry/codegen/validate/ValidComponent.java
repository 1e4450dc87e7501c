package io.numetry.codegen.validate;

import io.numetry.schema.AttributeType;

/** A sound component of an attribute set. */
public sealed interface ValidComponent {

  /** The component's name. */
  String name();

  /** A value as Java has it: a primitive, which is never null, or another. */
  record Plain(String name, String key, AttributeType type, boolean nullable)
      implements ValidComponent {}

  /** An array of ints. */
  record Ints(String name, String key) implements ValidComponent {}

  /** An enum. */
  record Closed(String name, String key, ValidEnum type) implements ValidComponent {}

  /** All attributes of another set. */
  record Composed(String name, ValidAttributeSet set) implements ValidComponent {}
}
