package io.numetry.codegen.read;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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
    return value == null
        ? new RawText("", Position.of(element, annotation))
        : new RawText(String.valueOf(value.getValue()), Position.of(element, annotation, value));
  }

  static boolean flag(AnnotationMirror annotation, String member) {
    AnnotationValue value = value(annotation, member);
    return value != null && value.getValue().equals(true);
  }

  /**
   * True unless a value refers to something that does not exist, or not yet: a constant of a class
   * that another processor generates in this round can be read in the next. (A text that reads
   * {@code "<error>"} is shown in quotes, hence is not mistaken for one.)
   */
  static boolean isResolved(AnnotationMirror annotation) {
    return annotation.getElementValues().values().stream()
        .noneMatch(value -> value.toString().equals(UNRESOLVED));
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
}
