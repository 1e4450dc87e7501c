package io.numetry.codegen.validate;

import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.TypeId;
import java.util.List;

/**
 * A sound enum that is used as an attribute.
 *
 * @param constants names, in the order of their ordinals
 * @param values what the constants are on the wire, in the same order
 */
public record ValidEnum(
    TypeId type,
    boolean effectivelyPublic,
    Deprecation deprecation,
    List<String> constants,
    List<String> values) {

  public ValidEnum {
    constants = List.copyOf(constants);
    values = List.copyOf(values);
  }
}
