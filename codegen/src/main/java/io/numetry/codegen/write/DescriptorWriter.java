package io.numetry.codegen.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.numetry.codegen.plan.CellPlan;
import io.numetry.codegen.plan.SetPlan;
import io.numetry.schema.AttributeDescriptor;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.Dimension;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.StabilityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The description of the set, as a chain of calls of its builder. */
final class DescriptorWriter {
  static final String FIELD = "DESCRIPTOR";

  /** Where an initializer goes on after the line of its field. */
  private static final int INITIALIZER = Indent.MEMBER.own() + Indent.CONTINUATION;

  private static final int CHAINED = INITIALIZER + Indent.CONTINUATION;

  private final SetPlan plan;
  private final TypeNames names;

  DescriptorWriter(SetPlan plan, TypeNames names) {
    this.plan = plan;
    this.names = names;
  }

  FieldSpec field() {
    CodeBlock.Builder chain = CodeBlock.builder();
    chain.add("$L$L", Indent.MEMBER.newLine(INITIALIZER), start());
    for (AttributeDescriptor each : plan.descriptor().attributes()) {
      chain.add("$L$L", Indent.MEMBER.newLine(CHAINED), attribute(each));
    }
    for (CellPlan cell : plan.cells()) {
      instrument(cell).forEach(call -> chain.add("$L$L", Indent.MEMBER.newLine(CHAINED), call));
    }
    chain.add("$L.build()", Indent.MEMBER.newLine(CHAINED));
    return FieldSpec.builder(
            MetricSetDescriptor.class, FIELD, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
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

  private CodeBlock attribute(AttributeDescriptor attribute) {
    String method =
        switch (attribute.role()) {
          case ENTITY -> ".entityAttribute";
          case ITEM -> ".itemAttribute";
        };
    return call(method, Argument.text(attribute.key()), constant(attribute.type()));
  }

  /** What the builder does not take for granted. */
  private List<CodeBlock> instrument(CellPlan cell) {
    InstrumentDescriptor instrument = cell.descriptor();
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(
        call(
            ".instrument",
            constant(instrument.kind()),
            constant(instrument.valueType()),
            Argument.text(instrument.name()),
            Argument.text(instrument.unit()),
            Argument.text(instrument.brief())));
    cell.layout()
        .filter(layout -> !layout.isDefault())
        .ifPresent(layout -> calls.add(call(".layout", Argument.code(layout.constant()))));
    for (Dimension dimension : instrument.dimensions()) {
      calls.add(
          call(
              ".dimension",
              Stream.concat(Stream.of(dimension.key()), dimension.values().stream())
                  .map(Argument::text)
                  .toArray(Argument[]::new)));
    }
    if (instrument.stability() != StabilityLevel.DEVELOPMENT) {
      calls.add(call(".stability", constant(instrument.stability())));
    }
    if (instrument.detail() != DetailLevel.NORMAL) {
      calls.add(call(".detail", constant(instrument.detail())));
    }
    if (!instrument.formerNames().isEmpty()) {
      calls.add(
          call(
              ".formerNames",
              instrument.formerNames().stream().map(Argument::text).toArray(Argument[]::new)));
    }
    return calls;
  }

  private static CodeBlock call(String method, Argument... arguments) {
    return Call.of(method, List.of(arguments))
        .at(Indent.MEMBER, CHAINED, CHAINED + Indent.CONTINUATION, 0);
  }

  private Argument constant(Enum<?> constant) {
    return names.member(constant.getDeclaringClass(), constant.name());
  }
}
