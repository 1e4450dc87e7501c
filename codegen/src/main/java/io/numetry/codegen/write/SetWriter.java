package io.numetry.codegen.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.numetry.codegen.plan.SetPlan;
import io.numetry.codegen.read.Deprecation;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import javax.lang.model.element.Modifier;

/** Spells a metric set's plan as the source of a class. The same plan gives the same text. */
public final class SetWriter {
  private final SetPlan plan;
  private final TypeNames names;

  private SetWriter(SetPlan plan) {
    this.plan = plan;
    this.names = SetTypes.names(plan);
  }

  /** The complete source file. */
  public static String source(SetPlan plan) {
    JavaFile file =
        JavaFile.builder(plan.type().packageName(), new SetWriter(plan).type())
            .skipJavaLangImports(true)
            .build();
    return Tidy.tidy(file.toString());
  }

  private TypeSpec type() {
    ClassName className = names.of(plan.type());
    TypeSpec.Builder type = TypeSpec.classBuilder(className);
    if (plan.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    type.addModifiers(Modifier.FINAL)
        .addJavadoc("$L", comment())
        .superclass(RecordingSet.class)
        .addSuperinterface(names.of(plan.interfaceType()))
        // An inherited nested type would hide an import of the same name.
        .alwaysQualify(plan.inheritedTypeNames().toArray(String[]::new));
    addAnnotations(type);
    new ConstantsWriter(plan, className, names).addTo(type);
    type.addMethod(constructor());
    if (!plan.registration().isEmpty()) {
      type.addMethod(new RegistrationWriter(plan, className, names).method());
    }
    MethodWriter methods = new MethodWriter(names);
    plan.cells().forEach(cell -> type.addMethod(methods.method(cell)));
    return type.build();
  }

  private String comment() {
    String name = "Metric set {@code " + plan.descriptor().name() + "}: ";
    return Javadoc.wrap(name + Javadoc.escape(plan.descriptor().brief()), 0);
  }

  private void addAnnotations(TypeSpec.Builder type) {
    if (plan.deprecation() != Deprecation.NONE) {
      type.addAnnotation(Annotations.deprecated(plan.deprecation()));
    }
    boolean deprecation = plan.deprecatedTypes() != Deprecation.NONE;
    boolean removal = isForRemoval();
    if (deprecation || removal) {
      // Deprecated code may name what is deprecated, but not what is going to be removed.
      type.addAnnotation(Annotations.suppressed(deprecation, removal));
    }
    if (plan.generatedAnnotation()) {
      type.addAnnotation(Annotations.generated());
    }
  }

  private boolean isForRemoval() {
    return plan.deprecation() == Deprecation.FOR_REMOVAL
        || plan.deprecatedTypes() == Deprecation.FOR_REMOVAL
        || plan.cells().stream().anyMatch(cell -> cell.deprecation() == Deprecation.FOR_REMOVAL);
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(SlotHandle.class, "handle")
        .addStatement("super(handle)")
        .build();
  }
}
