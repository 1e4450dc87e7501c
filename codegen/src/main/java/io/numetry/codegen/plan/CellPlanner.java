package io.numetry.codegen.plan;

import io.numetry.codegen.validate.ValidDimension;
import io.numetry.codegen.validate.ValidMethod;
import io.numetry.schema.CellLayout;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.FixedLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides how one instrument appears in the generated class. */
final class CellPlanner {

  /** Keep an instrument's constants apart from others, whatever a user's methods are called. */
  private static final String CELL_SUFFIX = "_CELL";

  private static final String LAYOUT_SUFFIX = "_LAYOUT";

  private CellPlanner() {}

  static CellPlan plan(ValidMethod method, InstrumentDescriptor instrument) {
    String noun = method.noun().toUpperCase(Locale.ROOT);
    ParameterNames names = new ParameterNames();
    List<DimensionPlan> dimensions = dimensions(method, instrument, names);
    return new CellPlan(
        noun + CELL_SUFFIX,
        instrument,
        method.name(),
        dimensions,
        names.of(method.value(), "value"),
        method.count().map(count -> names.of(count, "count")),
        method.deprecation(),
        recordingCall(instrument.kind()),
        layout(noun, instrument.layout()));
  }

  /** The last dimension is the fastest: its constants' cells lie side by side. */
  private static List<DimensionPlan> dimensions(
      ValidMethod method, InstrumentDescriptor instrument, ParameterNames names) {
    List<DimensionPlan> lastFirst = new ArrayList<>();
    int stride = instrument.cellBytes();
    for (ValidDimension each : method.dimensions().reversed()) {
      lastFirst.add(
          new DimensionPlan(
              each.key(), names.of(each.parameter(), "attribute"), each.type().type(), stride));
      stride *= each.type().constants().size();
    }
    Collections.reverse(lastFirst);
    return lastFirst;
  }

  private static Optional<LayoutPlan> layout(String noun, CellLayout layout) {
    return switch (layout) {
      case FixedLayout _ -> Optional.empty();
      case ExponentialLayout exponential ->
          Optional.of(
              new LayoutPlan(
                  noun + LAYOUT_SUFFIX, layout, exponential == ExponentialLayout.DEFAULT));
      case ExplicitLayout explicit ->
          Optional.of(
              new LayoutPlan(noun + LAYOUT_SUFFIX, layout, explicit == ExplicitLayout.DEFAULT));
    };
  }

  private static String recordingCall(InstrumentKind kind) {
    return switch (kind) {
      case COUNTER -> "addMonotonic";
      case UP_DOWN_COUNTER -> "add";
      case OBSERVE_COUNTER -> "observeMonotonic";
      case OBSERVE_UP_DOWN_COUNTER, GAUGE -> "set";
      case MMSC -> "record";
      case EXPONENTIAL_HISTOGRAM -> "recordExponential";
      case EXPLICIT_HISTOGRAM -> "recordExplicit";
    };
  }
}
