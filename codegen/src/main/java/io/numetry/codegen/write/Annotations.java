package io.numetry.codegen.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.numetry.codegen.read.Deprecation;

/** Annotations on generated code. */
final class Annotations {
  private static final String PROCESSOR = "io.numetry.codegen.MetricSetProcessor";

  /** By name: the class is of a module that generated code alone may need. */
  static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

  private Annotations() {}

  static AnnotationSpec generated() {
    return AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build();
  }

  static AnnotationSpec deprecated(Deprecation deprecation) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(Deprecated.class);
    if (deprecation == Deprecation.FOR_REMOVAL) {
      annotation.addMember("forRemoval", "true");
    }
    return annotation.build();
  }

  /** Keeps the compiler silent of what the user was told of where it was written by hand. */
  static AnnotationSpec suppressed(boolean deprecation, boolean removal) {
    CodeBlock value =
        deprecation && removal
            ? CodeBlock.of("{$S, $S}", "deprecation", "removal")
            : CodeBlock.of("$S", deprecation ? "deprecation" : "removal");
    return AnnotationSpec.builder(SuppressWarnings.class).addMember("value", value).build();
  }
}
