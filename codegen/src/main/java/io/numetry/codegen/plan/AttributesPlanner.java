package io.numetry.codegen.plan;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.TypeId;
import io.numetry.codegen.validate.Names;
import io.numetry.codegen.validate.ValidAttributeSet;
import io.numetry.codegen.validate.ValidComponent;
import io.numetry.codegen.validate.ValidEnum;
import io.numetry.schema.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides what the generated class of a sound attribute set contains. */
public final class AttributesPlanner {
  private AttributesPlanner() {}

  public static AttributesPlan plan(ValidAttributeSet set) {
    Declaration type = set.declaration();
    List<ValidEnum> enums =
        set.components().stream()
            .filter(ValidComponent.Closed.class::isInstance)
            .map(each -> ((ValidComponent.Closed) each).type())
            .distinct()
            .toList();
    return new AttributesPlan(
        attributesType(set),
        recordType(set),
        type.effectivelyPublic(),
        type.generatedAnnotationVisible(),
        type.deprecation(),
        enums.stream()
            .map(ValidEnum::deprecation)
            .max(Deprecation::compareTo)
            .orElse(Deprecation.NONE),
        enums.stream().map(EnumPlan::of).toList(),
        set.components().stream().map(AttributesPlanner::component).toList());
  }

  static TypeId recordType(ValidAttributeSet set) {
    return new TypeId(set.declaration().packageName(), set.declaration().simpleNames());
  }

  static TypeId attributesType(ValidAttributeSet set) {
    Declaration type = set.declaration();
    return new TypeId(type.packageName(), List.of(type.generatedName()));
  }

  private static ComponentPlan component(ValidComponent component) {
    return switch (component) {
      case ValidComponent.Plain plain ->
          own(plain.name(), plain.key(), plain.nullable(), ComponentPlan.Conversion.NONE);
      case ValidComponent.Ints ints ->
          own(ints.name(), ints.key(), true, ComponentPlan.Conversion.INTS_TO_LONGS);
      case ValidComponent.Closed closed ->
          own(
              closed.name(),
              closed.key(),
              true,
              ComponentPlan.Conversion.ENUM_TO_VALUE,
              absent(closed.type()));
      case ValidComponent.Composed composed ->
          new ComponentPlan.Composed(composed.name(), attributesType(composed.set()));
    };
  }

  private static Optional<ComponentPlan.EnumConstant> absent(ValidEnum type) {
    int ordinal = type.values().indexOf(Dimension.ABSENT);
    return ordinal < 0
        ? Optional.empty()
        : Optional.of(new ComponentPlan.EnumConstant(type.type(), type.constants().get(ordinal)));
  }

  private static ComponentPlan own(
      String name, String key, boolean nullable, ComponentPlan.Conversion conversion) {
    return own(name, key, nullable, conversion, Optional.empty());
  }

  private static ComponentPlan own(
      String name,
      String key,
      boolean nullable,
      ComponentPlan.Conversion conversion,
      Optional<ComponentPlan.EnumConstant> absent) {
    String constant = Names.snakeCase(name).toUpperCase(Locale.ROOT);
    return new ComponentPlan.Own(name, constant, key, nullable, conversion, absent);
  }
}
