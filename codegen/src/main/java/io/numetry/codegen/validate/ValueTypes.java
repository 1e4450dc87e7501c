package io.numetry.codegen.validate;

import io.numetry.schema.ValueType;
import java.util.Map;
import java.util.Optional;

/** Java types of a recording call's parameter. */
final class ValueTypes {
  private static final Map<String, ValueType> TYPES =
      Map.of("long", ValueType.LONG, "double", ValueType.DOUBLE);

  private static final Map<String, String> NEAR =
      Map.ofEntries(
          Map.entry("byte", "long"),
          Map.entry("short", "long"),
          Map.entry("char", "long"),
          Map.entry("int", "long"),
          Map.entry("java.lang.Byte", "long"),
          Map.entry("java.lang.Short", "long"),
          Map.entry("java.lang.Integer", "long"),
          Map.entry("java.lang.Long", "long"),
          Map.entry("long[]", "long"),
          Map.entry("float", "double"),
          Map.entry("java.lang.Float", "double"),
          Map.entry("java.lang.Double", "double"),
          Map.entry("double[]", "double"));

  private ValueTypes() {}

  static Optional<ValueType> of(String javaType) {
    return Optional.ofNullable(TYPES.get(javaType));
  }

  /** True if one of them can take its values. */
  static boolean isNear(String javaType) {
    return NEAR.containsKey(javaType);
  }

  /** What to write instead of a type that is none of them. */
  static String suggestion(String javaType) {
    return NEAR.getOrDefault(javaType, "long or double");
  }
}
