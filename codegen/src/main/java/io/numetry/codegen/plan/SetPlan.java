package io.numetry.codegen.plan;

import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.TypeId;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.MetricSetDescriptor;
import java.util.List;

/**
 * One generated class, decided in full.
 *
 * @param type the class
 * @param interfaceType the schema, which it implements
 * @param inheritedTypeNames simple names that mean a nested type of the interface in the class
 * @param generatedAnnotation true if the class can carry {@code @Generated}
 * @param deprecatedTypes the strongest deprecation of the types that the class names
 * @param levels levels of detail of the instruments, in their own order
 * @param enums whose constants the class relies on, each once
 * @param registration what is to be given when the set is registered
 * @param registrationIsPublic true if everyone can name what is to be given
 * @param cells in the order of the descriptor's instruments
 */
public record SetPlan(
    TypeId type,
    TypeId interfaceType,
    List<String> inheritedTypeNames,
    boolean isPublic,
    boolean generatedAnnotation,
    Deprecation deprecation,
    Deprecation deprecatedTypes,
    MetricSetDescriptor descriptor,
    List<DetailLevel> levels,
    List<EnumPlan> enums,
    List<RegistrationPlan> registration,
    boolean registrationIsPublic,
    List<CellPlan> cells) {

  public SetPlan {
    inheritedTypeNames = List.copyOf(inheritedTypeNames);
    levels = List.copyOf(levels);
    enums = List.copyOf(enums);
    registration = List.copyOf(registration);
    cells = List.copyOf(cells);
  }
}
