package io.numetry.codegen.plan;

import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.TypeId;
import java.util.List;

/**
 * One generated class that makes attributes of a record, decided in full.
 *
 * @param type the class
 * @param recordType the attribute set
 * @param deprecatedTypes the strongest deprecation of the types that the class names
 * @param enums of the components, each once
 * @param components in the order of the record's
 */
public record AttributesPlan(
    TypeId type,
    TypeId recordType,
    boolean isPublic,
    boolean generatedAnnotation,
    Deprecation deprecation,
    Deprecation deprecatedTypes,
    List<EnumPlan> enums,
    List<ComponentPlan> components) {

  public AttributesPlan {
    enums = List.copyOf(enums);
    components = List.copyOf(components);
  }
}
