package io.numetry.codegen.plan;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.TypeId;
import io.numetry.codegen.validate.ValidAttributeSet;
import io.numetry.codegen.validate.ValidDimension;
import io.numetry.codegen.validate.ValidEnum;
import io.numetry.codegen.validate.ValidSet;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentDescriptor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Decides what the generated class of a sound metric set contains. */
public final class SetPlanner {
  private static final String ENTITY = "entity";
  private static final String ITEM = "item";

  private SetPlanner() {}

  public static SetPlan plan(ValidSet set) {
    Declaration type = set.declaration();
    List<CellPlan> cells = new ArrayList<>();
    EnumSet<DetailLevel> levels = EnumSet.noneOf(DetailLevel.class);
    for (int i = 0; i < set.methods().size(); i++) {
      InstrumentDescriptor instrument = set.descriptor().instruments().get(i);
      cells.add(CellPlanner.plan(set.methods().get(i), instrument));
      levels.add(instrument.detail());
    }
    List<ValidEnum> enums = enums(set);
    return new SetPlan(
        new TypeId(type.packageName(), List.of(type.generatedName())),
        new TypeId(type.packageName(), type.simpleNames()),
        type.memberTypes(),
        type.effectivelyPublic(),
        type.generatedAnnotationVisible(),
        type.deprecation(),
        enums.stream()
            .map(ValidEnum::deprecation)
            .max(Deprecation::compareTo)
            .orElse(Deprecation.NONE),
        set.descriptor(),
        List.copyOf(levels),
        enums.stream().map(EnumPlan::of).toList(),
        registration(set),
        Stream.concat(set.entity().stream(), set.item().stream())
            .allMatch(each -> each.declaration().effectivelyPublic()),
        cells);
  }

  private static List<ValidEnum> enums(ValidSet set) {
    return set.methods().stream()
        .flatMap(method -> method.dimensions().stream())
        .map(ValidDimension::type)
        .distinct()
        .toList();
  }

  private static List<RegistrationPlan> registration(ValidSet set) {
    return Stream.concat(
            registration(set.entity(), ENTITY).stream(), registration(set.item(), ITEM).stream())
        .toList();
  }

  /** One is called by its role, several by their role and place. */
  private static List<RegistrationPlan> registration(List<ValidAttributeSet> sets, String role) {
    List<RegistrationPlan> plans = new ArrayList<>();
    for (ValidAttributeSet each : sets) {
      plans.add(
          new RegistrationPlan(
              sets.size() == 1 ? role : role + (plans.size() + 1),
              AttributesPlanner.recordType(each),
              AttributesPlanner.attributesType(each)));
    }
    return plans;
  }
}
