package io.numetry.codegen.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import io.numetry.attribute.Attributes;
import io.numetry.codegen.plan.RegistrationPlan;
import io.numetry.codegen.plan.SetPlan;
import javax.lang.model.element.Modifier;

/** The method that registers a set with the attributes of what is measured. */
final class RegistrationWriter {
  /**
   * By name: the class needs all of the engine, which may be at odds with its own sets just now.
   */
  static final ClassName CORE = ClassName.get("io.numetry.core", "TelemetryCore");

  private static final String BUILDER = "attributes";

  private final SetPlan plan;
  private final ClassName className;
  private final TypeNames names;

  RegistrationWriter(SetPlan plan, ClassName className, TypeNames names) {
    this.plan = plan;
    this.className = className;
    this.names = names;
  }

  MethodSpec method() {
    MethodSpec.Builder method = MethodSpec.methodBuilder("register");
    if (plan.registrationIsPublic()) {
      method.addModifiers(Modifier.PUBLIC);
    }
    method
        .addModifiers(Modifier.STATIC)
        .addJavadoc(
            "Registers the set with the attributes that each of its points has; the core's owner"
                + " only.")
        .returns(className)
        .addParameter(CORE, "core")
        .addCode("$T.Builder $L = $T.builder();\n", Attributes.class, BUILDER, Attributes.class);
    for (RegistrationPlan each : plan.registration()) {
      method
          .addParameter(names.of(each.recordType()), each.parameter())
          .addCode("$T.put($L, $L);\n", names.of(each.attributesType()), each.parameter(), BUILDER);
    }
    return method
        .addCode("return core.register($L, $L.build());\n", ConstantsWriter.TYPE, BUILDER)
        .build();
  }
}
