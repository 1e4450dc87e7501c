package io.numetry.codegen.plan;

import io.numetry.codegen.read.TypeId;
import java.util.List;

/**
 * An enum whose ordinals are compiled into the generated class.
 *
 * @param constants names, in the order of their ordinals
 */
public record EnumPlan(TypeId type, List<String> constants) {

  public EnumPlan {
    constants = List.copyOf(constants);
  }
}
