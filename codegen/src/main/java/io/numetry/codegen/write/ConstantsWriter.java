package io.numetry.codegen.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.numetry.codegen.plan.CellPlan;
import io.numetry.codegen.plan.SetPlan;
import io.numetry.record.MetricSetType;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The static part of a generated class: its description, its type, its offsets and their check. */
final class ConstantsWriter {
  private static final String DESCRIPTOR = "DESCRIPTOR";
  private static final String TYPE = "TYPE";

  /** Where an initializer goes on after the line of its field. */
  private static final int INITIALIZER = Indent.MEMBER.own() + Indent.CONTINUATION;

  private static final int CHAINED = INITIALIZER + Indent.CONTINUATION;

  private final SetPlan plan;
  private final ClassName className;
  private final TypeNames names;

  ConstantsWriter(SetPlan plan, ClassName className) {
    this.plan = plan;
    this.className = className;
    this.names = new TypeNames(plan);
  }

  void addTo(TypeSpec.Builder type) {
    type.addField(descriptor()).addField(type());
    for (CellPlan cell : plan.cells()) {
      type.addField(offset(cell));
    }
    type.addStaticBlock(check());
  }

  private FieldSpec descriptor() {
    CodeBlock.Builder chain = CodeBlock.builder();
    chain.add("$L$L", Indent.MEMBER.newLine(INITIALIZER), start());
    for (CellPlan cell : plan.cells()) {
      CodeBlock call = instrument(cell.descriptor());
      chain.add("$L$L", Indent.MEMBER.newLine(CHAINED), call);
    }
    chain.add("$L.build()", Indent.MEMBER.newLine(CHAINED));
    return FieldSpec.builder(
            MetricSetDescriptor.class, DESCRIPTOR, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("What the set is on the wire, and where its cells lie.")
        .initializer(chain.build())
        .build();
  }

  private CodeBlock start() {
    String callee = names.shown(MetricSetDescriptor.class) + ".builder";
    List<Argument> arguments =
        List.of(Argument.text(plan.descriptor().name()), Argument.text(plan.descriptor().brief()));
    return new Call(
            CodeBlock.of("$T.builder", MetricSetDescriptor.class), callee.length(), arguments)
        .at(Indent.MEMBER, INITIALIZER, CHAINED + Indent.CONTINUATION, 0);
  }

  private CodeBlock instrument(InstrumentDescriptor instrument) {
    List<Argument> arguments =
        List.of(
            constant(instrument.kind()),
            constant(instrument.valueType()),
            Argument.text(instrument.name()),
            Argument.text(instrument.unit()),
            Argument.text(instrument.brief()));
    return Call.of(".instrument", arguments)
        .at(Indent.MEMBER, CHAINED, CHAINED + Indent.CONTINUATION, 0);
  }

  private Argument constant(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    String source = names.shown(type) + "." + constant.name();
    return new Argument.Code(source.length(), CodeBlock.of("$T.$L", type, constant.name()));
  }

  private FieldSpec type() {
    ParameterizedTypeName fieldType =
        ParameterizedTypeName.get(ClassName.get(MetricSetType.class), className);
    return FieldSpec.builder(fieldType, TYPE, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("What a core registers to record to the set.")
        .initializer(newType())
        .build();
  }

  /**
   * Behind the field's name if there is room; else on the next line, or on the one after the name.
   */
  private CodeBlock newType() {
    String type = names.shown(MetricSetType.class);
    String name = className.simpleName();
    String callee = "new " + type + "<>";
    List<Argument> arguments = List.of(Argument.code(DESCRIPTOR), Argument.code(name + "::new"));
    Call call = new Call(CodeBlock.of("new $T<>", MetricSetType.class), callee.length(), arguments);
    String field = "public static final %s<%s> %s =".formatted(type, name, TYPE);
    int fieldEnd = Indent.MEMBER.own() + field.length();
    int suffix = ";".length();
    if (call.fits(fieldEnd + 1, suffix)) {
      return call.at(Indent.MEMBER, fieldEnd + 1, CHAINED, suffix);
    }
    int column = fieldEnd <= Indent.MAX_COLUMN ? INITIALIZER : CHAINED;
    CodeBlock onNextLine = call.at(Indent.MEMBER, column, column + Indent.CONTINUATION, suffix);
    return CodeBlock.of("$L$L", Indent.MEMBER.newLine(column), onNextLine);
  }

  private static FieldSpec offset(CellPlan cell) {
    return FieldSpec.builder(
            int.class, cell.constant(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", cell.descriptor().cellOffset())
        .build();
  }

  private CodeBlock check() {
    List<Argument> constants =
        plan.cells().stream().map(cell -> Argument.code(cell.constant())).toList();
    CodeBlock call =
        Call.of(DESCRIPTOR + ".requireCellOffsets", constants).inStatement(Indent.STATEMENT);
    return CodeBlock.of(
        "// The offsets are compiled in: an engine that lays cells out otherwise refuses them here.\n$L;\n",
        call);
  }
}
