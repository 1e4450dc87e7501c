package io.numetry.codegen.plan;

import io.numetry.codegen.read.TypeId;
import io.numetry.codegen.validate.ValidEnum;
import java.util.List;

/**
 * An enum whose constants are compiled into the generated class.
 *
 * @param constants names, in the order of their ordinals
 * @param values what they are on the wire, in the same order
 */
public record EnumPlan(TypeId type, List<String> constants, List<String> values) {

  public EnumPlan {
    constants = List.copyOf(constants);
    values = List.copyOf(values);
  }

  static EnumPlan of(ValidEnum type) {
    return new EnumPlan(type.type(), type.constants(), type.values());
  }
}
