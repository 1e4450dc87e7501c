package io.numetry.codegen.read;

import io.numetry.schema.InstrumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Reads a method; see {@link RawMethod}. */
final class MethodReader {
  private final DeclarationReader declarations;
  private final EnumReader enums;

  MethodReader(DeclarationReader declarations, EnumReader enums) {
    this.declarations = declarations;
    this.enums = enums;
  }

  /** False while something that the method refers to does not exist yet. */
  static boolean isReadable(ExecutableElement method) {
    return Stream.concat(Stream.of(method), method.getParameters().stream())
            .allMatch(AnnotationReader::isReadable)
        && method.getParameters().stream()
            .map(VariableElement::asType)
            .allMatch(type -> type.getKind() != TypeKind.ERROR && EnumReader.isReadable(type));
  }

  RawMethod read(ExecutableElement method) {
    return new RawMethod(
        Position.of(method),
        method.getSimpleName().toString(),
        form(method.getModifiers()),
        declarations.deprecation(method),
        MarkReader.read(method),
        method.getTypeParameters().stream().map(Object::toString).toList(),
        ShownTypes.of(method.getReturnType()),
        method.getParameters().stream().map(this::parameter).toList(),
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

  private RawParameter parameter(VariableElement parameter) {
    return new RawParameter(
        parameter.getSimpleName().toString(),
        ShownTypes.of(parameter.asType()),
        Position.of(parameter),
        enums.read(parameter.asType()),
        EnumReader.key(parameter));
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
                AnnotationReader.text(method, annotation, "brief"),
                LayoutReader.read(method, annotation, kind)));
      }
    }
    return instruments;
  }
}
