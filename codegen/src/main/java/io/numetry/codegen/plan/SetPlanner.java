package io.numetry.codegen.plan;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.validate.ValidMethod;
import io.numetry.codegen.validate.ValidSet;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides what the generated class of a sound metric set contains. */
public final class SetPlanner {

  /** Keeps offsets apart from the class's other constants, whatever a user's methods are called. */
  private static final String CONSTANT_SUFFIX = "_CELL";

  private static final String PARAMETER = "value";

  private SetPlanner() {}

  public static SetPlan plan(ValidSet set) {
    Declaration type = set.declaration();
    List<CellPlan> cells = new ArrayList<>();
    for (int i = 0; i < set.methods().size(); i++) {
      cells.add(cell(set.methods().get(i), set.descriptor().instruments().get(i)));
    }
    return new SetPlan(
        type.packageName(),
        type.generatedName(),
        type.simpleNames(),
        type.memberTypes(),
        type.effectivelyPublic(),
        type.generatedAnnotationVisible(),
        type.deprecation(),
        set.descriptor(),
        cells);
  }

  private static CellPlan cell(ValidMethod method, InstrumentDescriptor instrument) {
    return new CellPlan(
        method.noun().toUpperCase(Locale.ROOT) + CONSTANT_SUFFIX,
        instrument,
        method.name(),
        method.parameter().endsWith(CONSTANT_SUFFIX) ? PARAMETER : method.parameter(),
        method.deprecation(),
        recordingCall(instrument.kind()));
  }

  private static String recordingCall(InstrumentKind kind) {
    return switch (kind) {
      case COUNTER -> "addMonotonic";
      case UP_DOWN_COUNTER -> "add";
      case GAUGE -> "set";
      case MMSC -> "record";
    };
  }
}
