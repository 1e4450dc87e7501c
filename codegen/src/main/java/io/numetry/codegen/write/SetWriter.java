package io.numetry.codegen.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.numetry.codegen.plan.CellPlan;
import io.numetry.codegen.plan.SetPlan;
import io.numetry.codegen.read.Deprecation;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.ValueType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Spells a plan as the source of a class. The same plan gives the same text. */
public final class SetWriter {
  private static final String PROCESSOR = "io.numetry.codegen.MetricSetProcessor";
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private final SetPlan plan;

  private SetWriter(SetPlan plan) {
    this.plan = plan;
  }

  /** The complete source file. */
  public static String source(SetPlan plan) {
    JavaFile file =
        JavaFile.builder(plan.packageName(), new SetWriter(plan).type())
            .skipJavaLangImports(true)
            .build();
    return Tidy.tidy(file.toString());
  }

  private TypeSpec type() {
    ClassName className = ClassName.get(plan.packageName(), plan.className());
    TypeSpec.Builder type = TypeSpec.classBuilder(className);
    if (plan.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    type.addModifiers(Modifier.FINAL)
        .addJavadoc("$L", comment())
        .superclass(RecordingSet.class)
        .addSuperinterface(interfaceName())
        // An inherited nested type would hide an import of the same name.
        .alwaysQualify(plan.inheritedTypeNames().toArray(String[]::new));
    addAnnotations(type);
    new ConstantsWriter(plan, className).addTo(type);
    type.addMethod(constructor());
    plan.cells().forEach(cell -> type.addMethod(method(cell)));
    return type.build();
  }

  private String comment() {
    String name = "Metric set {@code " + plan.descriptor().name() + "}: ";
    return Javadoc.wrap(name + Javadoc.escape(plan.descriptor().brief()), 0);
  }

  private ClassName interfaceName() {
    List<String> names = plan.interfaceNames();
    return ClassName.get(
        plan.packageName(),
        names.getFirst(),
        names.subList(1, names.size()).toArray(String[]::new));
  }

  private void addAnnotations(TypeSpec.Builder type) {
    if (plan.deprecation() != Deprecation.NONE) {
      type.addAnnotation(deprecated(plan.deprecation()));
    }
    if (isForRemoval()) {
      // Deprecated code may name what is deprecated, but not what is going to be removed.
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "removal")
              .build());
    }
    if (plan.generatedAnnotation()) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
  }

  private boolean isForRemoval() {
    return plan.deprecation() == Deprecation.FOR_REMOVAL
        || plan.cells().stream().anyMatch(cell -> cell.deprecation() == Deprecation.FOR_REMOVAL);
  }

  private static AnnotationSpec deprecated(Deprecation deprecation) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(Deprecated.class);
    if (deprecation == Deprecation.FOR_REMOVAL) {
      annotation.addMember("forRemoval", "true");
    }
    return annotation.build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(SlotHandle.class, "handle")
        .addStatement("super(handle)")
        .build();
  }

  private static MethodSpec method(CellPlan cell) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(cell.method());
    if (cell.deprecation() != Deprecation.NONE) {
      method.addAnnotation(deprecated(cell.deprecation()));
    }
    return method
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(javaType(cell.descriptor().valueType()), cell.parameter())
        .addCode("$L;\n", recording(cell))
        .build();
  }

  private static CodeBlock recording(CellPlan cell) {
    List<Argument> arguments =
        List.of(Argument.code(cell.constant()), Argument.code(cell.parameter()));
    return Call.of(cell.recordingCall(), arguments).inStatement(Indent.STATEMENT);
  }

  private static TypeName javaType(ValueType type) {
    return switch (type) {
      case LONG -> TypeName.LONG;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }
}
