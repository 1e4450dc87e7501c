package io.numetry.codegen.write;

import io.numetry.codegen.plan.SetPlan;
import java.util.HashSet;
import java.util.Set;

/**
 * How the engine's types are named in a generated class: by their simple names, which are imported,
 * except where such a name means another type there.
 */
final class TypeNames {
  private final Set<String> taken;

  TypeNames(SetPlan plan) {
    taken = new HashSet<>(plan.inheritedTypeNames());
    taken.add(plan.interfaceNames().getFirst());
  }

  /** The name as JavaPoet will write it, to reckon with its width. */
  String shown(Class<?> type) {
    return taken.contains(type.getSimpleName()) ? type.getCanonicalName() : type.getSimpleName();
  }
}
