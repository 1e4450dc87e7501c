package io.numetry.codegen.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.numetry.codegen.plan.CellPlan;
import io.numetry.codegen.plan.LayoutPlan;
import io.numetry.codegen.plan.SetPlan;
import io.numetry.record.MetricSetType;
import io.numetry.schema.CellLayout;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.FixedLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The static part of a generated class: its description, its type, its constants and checks. */
final class ConstantsWriter {
  static final String TYPE = "TYPE";

  /** Where the last instrument's cells end; no instrument's constant ends like it. */
  private static final String END = "CELLS_END";

  /** Where an initializer goes on after the line of its field. */
  private static final int INITIALIZER = Indent.MEMBER.own() + Indent.CONTINUATION;

  private static final int CHAINED = INITIALIZER + Indent.CONTINUATION;

  private final SetPlan plan;
  private final ClassName className;
  private final TypeNames names;

  ConstantsWriter(SetPlan plan, ClassName className, TypeNames names) {
    this.plan = plan;
    this.className = className;
    this.names = names;
  }

  void addTo(TypeSpec.Builder type) {
    // The description takes the layouts, and Java wants them before it.
    for (CellPlan cell : plan.cells()) {
      cell.layout()
          .filter(layout -> !layout.isDefault())
          .ifPresent(layout -> type.addField(layout(layout)));
    }
    type.addField(new DescriptorWriter(plan, names).field()).addField(type());
    for (DetailLevel level : plan.levels()) {
      type.addField(recorded(level));
    }
    for (CellPlan cell : plan.cells()) {
      type.addField(number(cell.constant(), cell.descriptor().cellOffset()));
    }
    type.addField(number(END, plan.descriptor().instruments().getLast().cellEnd()));
    type.addStaticBlock(checks());
  }

  private FieldSpec layout(LayoutPlan plan) {
    List<Argument> arguments =
        switch (plan.layout()) {
          case FixedLayout fixed -> throw new IllegalArgumentException("layout: " + fixed);
          case ExponentialLayout exponential ->
              List.of(
                  Argument.code(String.valueOf(exponential.maxBuckets())),
                  Argument.code(String.valueOf(exponential.maxScale())),
                  Argument.code(String.valueOf(exponential.negatives())));
          case ExplicitLayout explicit ->
              List.of(
                  new Argument.Numbers(
                      Arrays.stream(explicit.boundaries())
                          .mapToObj(ConstantsWriter::number)
                          .toList()));
        };
    Class<? extends CellLayout> layoutType = plan.layout().getClass();
    String field =
        "private static final %s %s =".formatted(names.shown(layoutType), plan.constant());
    return FieldSpec.builder(
            layoutType, plan.constant(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(initializer(field, "new ", layoutType, "", arguments))
        .build();
  }

  /** A whole number as a user would write it. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private FieldSpec type() {
    ParameterizedTypeName fieldType =
        ParameterizedTypeName.get(ClassName.get(MetricSetType.class), className);
    String name = className.simpleName();
    String field =
        "public static final %s<%s> %s =".formatted(names.shown(MetricSetType.class), name, TYPE);
    List<Argument> arguments =
        List.of(Argument.code(DescriptorWriter.FIELD), Argument.code(name + "::new"));
    return FieldSpec.builder(fieldType, TYPE, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("What a core registers to record to the set.")
        .initializer(initializer(field, "new ", MetricSetType.class, "<>", arguments))
        .build();
  }

  private FieldSpec recorded(DetailLevel level) {
    return FieldSpec.builder(
            boolean.class, level.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.$L.isRecorded()", DetailLevel.class, level.name())
        .build();
  }

  private static FieldSpec number(String constant, int value) {
    return FieldSpec.builder(int.class, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", value)
        .build();
  }

  /**
   * A call behind its field's name if there is room; else on the next line, or on the one after the
   * name.
   */
  private CodeBlock initializer(
      String field, String before, Class<?> type, String after, List<Argument> arguments) {
    int calleeWidth = before.length() + names.shown(type).length() + after.length();
    Call call = new Call(CodeBlock.of("$L$T$L", before, type, after), calleeWidth, arguments);
    int fieldEnd = Indent.MEMBER.own() + field.length();
    int suffix = ";".length();
    if (call.fits(fieldEnd + 1, suffix)) {
      return call.at(Indent.MEMBER, fieldEnd + 1, CHAINED, suffix);
    }
    int column = fieldEnd <= Indent.MAX_COLUMN ? INITIALIZER : CHAINED;
    CodeBlock onNextLine = call.at(Indent.MEMBER, column, column + Indent.CONTINUATION, suffix);
    return CodeBlock.of("$L$L", Indent.MEMBER.newLine(column), onNextLine);
  }

  private CodeBlock checks() {
    CodeBlock.Builder checks = CodeBlock.builder();
    List<Argument> constants =
        Stream.concat(plan.cells().stream().map(CellPlan::constant), Stream.of(END))
            .map(Argument::code)
            .toList();
    checks.add(
        "// The offsets are compiled in: an engine that lays cells out otherwise refuses them here.\n$L;\n",
        Call.of(DescriptorWriter.FIELD + ".requireCellOffsets", constants)
            .inStatement(Indent.STATEMENT));
    if (!plan.enums().isEmpty()) {
      checks.add("// So are the enums: their ordinals lead to cells.\n");
    }
    checks.add(
        EnumChecks.of(plan.enums(), Argument.code(DescriptorWriter.FIELD + ".name()"), names));
    return checks.build();
  }
}
