package io.numetry.exporter.random;

import io.numetry.exporter.random.DimensionSpec.EnumSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that are given together, as a record in the schema.
 *
 * @param prefix of the keys that are derived; empty for none
 */
record AttributeSetSpec(String typeName, String prefix, List<Component> components) {

  /**
   * One component.
   *
   * @param key what its attribute's key comes to
   * @param givenKey true if its annotation tells the key
   * @param enumType of an enum
   * @param nested of a component that is an attribute set itself
   */
  record Component(
      ComponentType type,
      String name,
      String key,
      boolean givenKey,
      @Nullable EnumSpec enumType,
      @Nullable AttributeSetSpec nested) {

    String source() {
      String typeName =
          enumType != null ? enumType.name() : nested != null ? nested.typeName() : type.source;
      return (givenKey ? "@Attribute(\"" + key + "\") " : "") + typeName + " " + name;
    }
  }

  /** Types of components. */
  enum ComponentType {
    STRING("String"),
    BOOLEAN("boolean"),
    BYTE("byte"),
    SHORT("short"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    BOXED_BOOLEAN("Boolean"),
    BOXED_LONG("Long"),
    BOXED_DOUBLE("Double"),
    STRINGS("String[]"),
    BOOLEANS("boolean[]"),
    INTS("int[]"),
    LONGS("long[]"),
    DOUBLES("double[]"),
    BYTES("byte[]"),
    MAP("io.numetry.attribute.Attributes"),
    ENUM(""),
    NESTED("");

    final String source;

    ComponentType(String source) {
      this.source = source;
    }
  }

  /** The record, and those nested in it. */
  String source() {
    String inner =
        components.stream()
            .map(Component::nested)
            .flatMap(nested -> nested == null ? Stream.empty() : Stream.of(nested.source()))
            .collect(Collectors.joining());
    return inner
        + "  @AttributeSet"
        + (prefix.isEmpty() ? "" : "(prefix = \"" + prefix + "\")")
        + "\n  record "
        + typeName
        + components.stream().map(Component::source).collect(Collectors.joining(", ", "(", ")"))
        + " {}\n";
  }
}
