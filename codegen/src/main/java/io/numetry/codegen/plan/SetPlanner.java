package io.numetry.codegen.plan;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.TypeId;
import io.numetry.codegen.validate.ValidDimension;
import io.numetry.codegen.validate.ValidEnum;
import io.numetry.codegen.validate.ValidSet;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentDescriptor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Decides what the generated class of a sound metric set contains. */
public final class SetPlanner {
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
        enums.stream().map(each -> new EnumPlan(each.type(), each.constants())).toList(),
        cells);
  }

  private static List<ValidEnum> enums(ValidSet set) {
    return set.methods().stream()
        .flatMap(method -> method.dimensions().stream())
        .map(ValidDimension::type)
        .distinct()
        .toList();
  }
}
