package io.numetry.codegen.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.numetry.codegen.plan.CellPlan;
import io.numetry.codegen.plan.DimensionPlan;
import io.numetry.codegen.read.Deprecation;
import io.numetry.schema.ValueType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that record. */
final class MethodWriter {
  private final TypeNames names;

  MethodWriter(TypeNames names) {
    this.names = names;
  }

  MethodSpec method(CellPlan cell) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(cell.method());
    if (cell.deprecation() != Deprecation.NONE) {
      method.addAnnotation(Annotations.deprecated(cell.deprecation()));
    }
    method.addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    for (DimensionPlan dimension : cell.dimensions()) {
      method.addParameter(names.of(dimension.type()), dimension.parameter());
    }
    method.addParameter(javaType(cell.descriptor().valueType()), cell.value());
    cell.count().ifPresent(count -> method.addParameter(TypeName.LONG, count));
    return method.addCode("$L$>$L;\n$<}\n", condition(cell), recording(cell)).build();
  }

  /** The instrument's level is recorded, and no attribute is null. */
  private static CodeBlock condition(CellPlan cell) {
    List<Call> attributes =
        cell.dimensions().stream()
            .map(
                each ->
                    Call.of(
                        "isGiven",
                        List.of(Argument.text(each.key()), Argument.code(each.parameter()))))
            .toList();
    String level = cell.descriptor().detail().name();
    int width = "if (".length() + level.length() + ") {".length();
    for (Call each : attributes) {
      width += " && ".length() + each.width();
    }
    Indent indent = Indent.STATEMENT;
    boolean onOneLine = indent.own() + width <= Indent.MAX_COLUMN;
    int column = indent.own() + Indent.CONTINUATION;
    String and = onOneLine ? " && " : indent.newLine(column) + "&& ";
    CodeBlock.Builder condition = CodeBlock.builder().add("if ($L", level);
    for (Call each : attributes) {
      int start = column + "&& ".length();
      condition.add(
          "$L$L",
          and,
          onOneLine
              ? each.at(indent, 0, 0, 0)
              : each.at(indent, start, start + Indent.CONTINUATION, ") {".length()));
    }
    return condition.add(") {\n").build();
  }

  private CodeBlock recording(CellPlan cell) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(address(cell));
    cell.layout()
        .ifPresent(
            layout ->
                arguments.add(
                    layout.isDefault()
                        ? names.member(layout.layout().getClass(), "DEFAULT")
                        : Argument.code(layout.constant())));
    arguments.add(Argument.code(cell.value()));
    cell.count().ifPresent(count -> arguments.add(Argument.code(count)));
    return Call.of(cell.recordingCall(), arguments).inStatement(Indent.NESTED_STATEMENT);
  }

  private static Argument address(CellPlan cell) {
    List<String> summands = new ArrayList<>();
    summands.add(cell.constant());
    for (DimensionPlan each : cell.dimensions()) {
      summands.add(each.strideBytes() + " * " + each.parameter() + ".ordinal()");
    }
    return new Argument.Sum(summands);
  }

  private static TypeName javaType(ValueType type) {
    return switch (type) {
      case LONG -> TypeName.LONG;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }
}
