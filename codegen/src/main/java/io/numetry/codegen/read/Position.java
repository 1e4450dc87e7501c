package io.numetry.codegen.read;

import java.util.Objects;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * A place in the user's source, as fine as the compiler knows it: an element, an annotation on it,
 * or one value of that annotation. Opaque to the later steps, which only hand it on.
 */
public final class Position {
  private static final Position NOWHERE = new Position(null, null, null);
  private static final String SUPPRESS = SuppressWarnings.class.getCanonicalName();

  private final @Nullable Element element;
  private final @Nullable AnnotationMirror annotation;
  private final @Nullable AnnotationValue value;

  private Position(
      @Nullable Element element,
      @Nullable AnnotationMirror annotation,
      @Nullable AnnotationValue value) {
    this.element = element;
    this.annotation = annotation;
    this.value = value;
  }

  /** Of what is not in a source. */
  public static Position nowhere() {
    return NOWHERE;
  }

  static Position of(Element element) {
    return new Position(element, null, null);
  }

  static Position of(Element element, AnnotationMirror annotation) {
    return new Position(element, annotation, null);
  }

  static Position of(Element element, AnnotationMirror annotation, AnnotationValue value) {
    return new Position(element, annotation, value);
  }

  /** Makes {@code message} a compile error here. */
  public void reportError(Messager messager, String message) {
    messager.printMessage(Diagnostic.Kind.ERROR, message, element, annotation, value);
  }

  /** Makes {@code message} a warning here. */
  public void reportWarning(Messager messager, String message) {
    messager.printMessage(Diagnostic.Kind.WARNING, message, element, annotation, value);
  }

  /** True if {@code @SuppressWarnings} here, or around here, names {@code warning}. */
  public boolean suppresses(String warning) {
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      if (AnnotationReader.find(each, SUPPRESS) != null
          && AnnotationReader.texts(each, SUPPRESS, "value").stream()
              .anyMatch(text -> text.value().equals(warning))) {
        return true;
      }
    }
    return false;
  }

  /** The element that a file generated because of this place originates from. */
  public Element originatingElement() {
    return Objects.requireNonNull(element, "position: element");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position that
        && Objects.equals(element, that.element)
        && Objects.equals(annotation, that.annotation)
        && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(element);
  }

  @Override
  public String toString() {
    return Objects.toString(element);
  }
}
