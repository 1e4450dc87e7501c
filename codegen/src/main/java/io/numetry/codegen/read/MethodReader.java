package io.numetry.codegen.read;

import io.numetry.schema.InstrumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads a method; see {@link RawMethod}. */
final class MethodReader {
  private final DeclarationReader declarations;

  MethodReader(DeclarationReader declarations) {
    this.declarations = declarations;
  }

  RawMethod read(ExecutableElement method) {
    return new RawMethod(
        Position.of(method),
        method.getSimpleName().toString(),
        form(method.getModifiers()),
        declarations.deprecation(method),
        method.getTypeParameters().stream().map(Object::toString).toList(),
        type(method.getReturnType()),
        method.getParameters().stream().map(MethodReader::parameter).toList(),
        method.getThrownTypes().stream().map(Object::toString).toList(),
        instruments(method));
  }

  private static MethodForm form(Set<Modifier> modifiers) {
    if (modifiers.contains(Modifier.PRIVATE)) {
      return MethodForm.PRIVATE;
    }
    if (modifiers.contains(Modifier.STATIC)) {
      return MethodForm.STATIC;
    }
    return modifiers.contains(Modifier.DEFAULT) ? MethodForm.DEFAULT : MethodForm.ABSTRACT;
  }

  private static RawParameter parameter(VariableElement parameter) {
    return new RawParameter(
        parameter.getSimpleName().toString(), type(parameter.asType()), Position.of(parameter));
  }

  /**
   * A primitive type shows the annotations on it, say a checker's: they say nothing of the value.
   */
  private static String type(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(Locale.ROOT)
        : type.toString();
  }

  private static List<RawInstrument> instruments(ExecutableElement method) {
    List<RawInstrument> instruments = new ArrayList<>();
    for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
      InstrumentKind kind =
          InstrumentAnnotations.kindOf(AnnotationReader.qualifiedName(annotation));
      if (kind != null) {
        instruments.add(
            new RawInstrument(
                annotation.getAnnotationType().asElement().getSimpleName().toString(),
                kind,
                AnnotationReader.text(method, annotation, "name"),
                AnnotationReader.text(method, annotation, "unit"),
                AnnotationReader.text(method, annotation, "brief")));
      }
    }
    return instruments;
  }
}
