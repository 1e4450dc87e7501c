package io.numetry.exporter.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An attribute of an instrument's measurements.
 *
 * @param type its enum
 * @param parameter name of the method's parameter
 * @param annotation what the parameter's annotation says is the key; empty if there is none
 * @param key the key that this comes to
 */
record DimensionSpec(EnumSpec type, String parameter, String annotation, String key) {

  /**
   * An enum nested in the schema.
   *
   * @param annotation what its annotation says is the key; empty if there is none
   * @param constants names in the source
   * @param values on the wire; empty for the one that leaves the attribute out
   */
  record EnumSpec(String name, String annotation, List<String> constants, List<String> values) {

    String source() {
      List<String> shown = new ArrayList<>();
      for (int i = 0; i < constants.size(); i++) {
        shown.add(annotation(constants.get(i), values.get(i)) + constants.get(i));
      }
      return (annotation.isEmpty() ? "" : "  @Attribute(\"" + annotation + "\")\n")
          + "  enum "
          + name
          + " { "
          + String.join(", ", shown)
          + " }\n";
    }

    private static String annotation(String constant, String value) {
      if (value.isEmpty()) {
        return "@AttributeAbsent ";
      }
      boolean derived = constant.toLowerCase(Locale.ROOT).equals(value);
      return derived ? "" : "@AttributeValue(\"" + value + "\") ";
    }
  }

  String source() {
    return (annotation.isEmpty() ? "" : "@Attribute(\"" + annotation + "\") ")
        + type.name()
        + " "
        + parameter;
  }
}
