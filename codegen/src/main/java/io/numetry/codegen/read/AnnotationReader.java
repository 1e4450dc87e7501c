package io.numetry.codegen.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads annotations as the user wrote them, without loading their classes. */
final class AnnotationReader {
  /** How the compiler shows the value of an expression that it cannot resolve yet. */
  private static final String UNRESOLVED = "<error>";

  private AnnotationReader() {}

  static String qualifiedName(AnnotationMirror annotation) {
    return ((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  static @Nullable AnnotationMirror find(Element element, String qualifiedName) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (qualifiedName(annotation).equals(qualifiedName)) {
        return annotation;
      }
    }
    return null;
  }

  static RawText text(Element element, AnnotationMirror annotation, String member) {
    AnnotationValue value = value(annotation, member);
    return new RawText(
        value == null ? "" : String.valueOf(value.getValue()),
        position(element, annotation, member));
  }

  /** A text of an annotation that may be missing. */
  static Optional<RawText> text(Element element, String annotationName, String member) {
    return Optional.ofNullable(find(element, annotationName))
        .map(annotation -> text(element, annotation, member));
  }

  /** The texts of an annotation that is there. */
  static List<RawText> texts(Element element, String annotationName, String member) {
    AnnotationMirror annotation = find(element, annotationName);
    List<RawText> texts = new ArrayList<>();
    for (AnnotationValue each : values(annotation, member)) {
      texts.add(
          new RawText(String.valueOf(each.getValue()), Position.of(element, annotation, each)));
    }
    return texts;
  }

  static boolean flag(AnnotationMirror annotation, String member) {
    AnnotationValue value = value(annotation, member);
    return value != null && value.getValue().equals(true);
  }

  /** An {@code int} as written, or its default. */
  static RawNumber number(Element element, AnnotationMirror annotation, String member) {
    AnnotationValue value = valueOrDefault(annotation, member);
    return new RawNumber(
        value.getValue() instanceof Integer number ? number : 0,
        position(element, annotation, member));
  }

  /** An array of {@code double} as written, or its default. */
  static List<Double> doubles(AnnotationMirror annotation, String member) {
    List<Double> doubles = new ArrayList<>();
    for (AnnotationValue each : values(annotation, member)) {
      if (each.getValue() instanceof Double number) {
        doubles.add(number);
      }
    }
    return doubles;
  }

  /** An array of classes as written, each by its place. */
  static Map<Position, TypeMirror> types(
      Element element, AnnotationMirror annotation, String member) {
    Map<Position, TypeMirror> types = new LinkedHashMap<>();
    for (AnnotationValue each : values(annotation, member)) {
      if (each.getValue() instanceof TypeMirror type) {
        types.put(Position.of(element, annotation, each), type);
      }
    }
    return types;
  }

  /** Name of an enum constant in an annotation that may be missing. */
  static Optional<String> constant(Element element, String annotationName, String member) {
    return Optional.ofNullable(find(element, annotationName))
        .map(annotation -> value(annotation, member))
        .map(AnnotationValue::getValue)
        .filter(VariableElement.class::isInstance)
        .map(constant -> ((VariableElement) constant).getSimpleName().toString());
  }

  /** Where a value is written; where its annotation is, if it was left out. */
  static Position position(Element element, AnnotationMirror annotation, String member) {
    AnnotationValue value = value(annotation, member);
    return value == null
        ? Position.of(element, annotation)
        : Position.of(element, annotation, value);
  }

  /** False while {@link #isResolved} is, of an annotation on {@code element}. */
  static boolean isReadable(Element element) {
    return element.getAnnotationMirrors().stream().allMatch(AnnotationReader::isResolved);
  }

  /**
   * True unless a value refers to something that does not exist, or not yet: a constant of a class
   * that another processor generates in this round can be read in the next. (A text that reads
   * {@code "<error>"} is shown in quotes, hence is not mistaken for one.)
   */
  static boolean isResolved(AnnotationMirror annotation) {
    return annotation.getElementValues().values().stream().allMatch(AnnotationReader::isResolved);
  }

  private static boolean isResolved(AnnotationValue value) {
    return value.getValue() instanceof List<?> values
        ? values.stream().allMatch(each -> isResolved((AnnotationValue) each))
        : !value.toString().equals(UNRESOLVED);
  }

  private static List<AnnotationValue> values(AnnotationMirror annotation, String member) {
    List<AnnotationValue> values = new ArrayList<>();
    if (valueOrDefault(annotation, member).getValue() instanceof List<?> list) {
      list.forEach(each -> values.add((AnnotationValue) each));
    }
    return values;
  }

  private static @Nullable AnnotationValue value(AnnotationMirror annotation, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static AnnotationValue valueOrDefault(AnnotationMirror annotation, String member) {
    AnnotationValue value = value(annotation, member);
    if (value != null) {
      return value;
    }
    return ElementFilter.methodsIn(annotation.getAnnotationType().asElement().getEnclosedElements())
        .stream()
        .filter(each -> each.getSimpleName().contentEquals(member))
        .map(ExecutableElement::getDefaultValue)
        .findFirst()
        .orElseThrow();
  }
}
