package io.numetry.codegen.write;

import com.palantir.javapoet.CodeBlock;
import io.numetry.codegen.plan.EnumPlan;
import io.numetry.schema.EnumConstants;
import java.util.ArrayList;
import java.util.List;

/** The checks, when a generated class is loaded, of the enums that are compiled into it. */
final class EnumChecks {
  private EnumChecks() {}

  /**
   * A statement for each enum.
   *
   * @param user who relies on the constants, for the message
   */
  static CodeBlock of(List<EnumPlan> enums, Argument user, TypeNames names) {
    CodeBlock.Builder checks = CodeBlock.builder();
    for (EnumPlan each : enums) {
      List<Argument> arguments = new ArrayList<>();
      arguments.add(user);
      arguments.add(names.literal(each.type()));
      each.constants().forEach(constant -> arguments.add(Argument.text(constant)));
      String callee = names.shown(EnumConstants.class) + ".require";
      checks.add(
          "$L;\n",
          new Call(CodeBlock.of("$T.require", EnumConstants.class), callee.length(), arguments)
              .inStatement(Indent.STATEMENT));
    }
    return checks.build();
  }
}
