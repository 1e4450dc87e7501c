package io.numetry.codegen.validate;

import io.numetry.schema.AttributeType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Java types of an attribute set's components, enums and other sets apart. */
final class ComponentTypes {
  static final String INTS = "int[]";

  private static final Map<String, AttributeType> TYPES =
      Map.ofEntries(
          Map.entry("java.lang.String", AttributeType.STRING),
          Map.entry("boolean", AttributeType.BOOLEAN),
          Map.entry("byte", AttributeType.LONG),
          Map.entry("short", AttributeType.LONG),
          Map.entry("int", AttributeType.LONG),
          Map.entry("long", AttributeType.LONG),
          Map.entry("float", AttributeType.DOUBLE),
          Map.entry("double", AttributeType.DOUBLE),
          Map.entry("java.lang.Boolean", AttributeType.BOOLEAN),
          Map.entry("java.lang.Byte", AttributeType.LONG),
          Map.entry("java.lang.Short", AttributeType.LONG),
          Map.entry("java.lang.Integer", AttributeType.LONG),
          Map.entry("java.lang.Long", AttributeType.LONG),
          Map.entry("java.lang.Float", AttributeType.DOUBLE),
          Map.entry("java.lang.Double", AttributeType.DOUBLE),
          Map.entry("java.lang.String[]", AttributeType.STRING_ARRAY),
          Map.entry("boolean[]", AttributeType.BOOLEAN_ARRAY),
          Map.entry(INTS, AttributeType.LONG_ARRAY),
          Map.entry("long[]", AttributeType.LONG_ARRAY),
          Map.entry("double[]", AttributeType.DOUBLE_ARRAY),
          Map.entry("byte[]", AttributeType.BYTES),
          Map.entry("io.numetry.attribute.Attributes", AttributeType.MAP));

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "int", "long", "float", "double");

  private ComponentTypes() {}

  static Optional<AttributeType> of(String javaType) {
    return Optional.ofNullable(TYPES.get(javaType));
  }

  static boolean isNullable(String javaType) {
    return !PRIMITIVES.contains(javaType);
  }

  /** What to write instead of a type that is none of them. */
  static String suggestion(String javaType) {
    return switch (javaType) {
      case "char", "java.lang.Character", "java.lang.CharSequence" -> "String";
      case "float[]" -> "double[]";
      case "short[]" -> "int[]";
      default -> {
        if (javaType.startsWith("java.util.Map<")) {
          yield "Attributes";
        }
        if (javaType.startsWith("java.util.List<") || javaType.startsWith("java.util.Set<")) {
          yield "an array";
        }
        yield "String, a number, boolean, an enum, an array, or a record with @AttributeSet";
      }
    };
  }
}
