package io.numetry.codegen.read;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;
import io.numetry.schema.Detail;
import io.numetry.schema.FormerNames;
import io.numetry.schema.Stability;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Which of our annotations belongs where, as far as Java itself does not see to it. */
public final class Misplacements {
  private static final String METHOD = "an instrument of a metric set";

  private Misplacements() {}

  /** The annotations that Java lets stand where they say nothing. */
  public static List<Class<? extends Annotation>> annotations() {
    return List.of(
        Attribute.class,
        AttributeValue.class,
        AttributeAbsent.class,
        Stability.class,
        Detail.class,
        FormerNames.class);
  }

  /** Where {@code annotation} belongs, if it does not on {@code element}. */
  static Optional<String> placeFor(Element element, Class<? extends Annotation> annotation) {
    if (annotation == Attribute.class) {
      return isAttribute(element)
          ? Optional.empty()
          : Optional.of("an enum, an enum parameter of an instrument, or a component");
    }
    if (annotation == AttributeValue.class || annotation == AttributeAbsent.class) {
      return element.getKind() == ElementKind.ENUM_CONSTANT
          ? Optional.empty()
          : Optional.of("an enum constant");
    }
    if (isMetricSet(element.getEnclosingElement())) {
      return Optional.empty();
    }
    if (annotation == FormerNames.class) {
      return Optional.of(METHOD);
    }
    return isMetricSet(element) ? Optional.empty() : Optional.of(METHOD + ", or on the set");
  }

  /** A record's component hands its annotations on to the constructor's parameter. */
  private static boolean isAttribute(Element element) {
    Element around = element.getEnclosingElement();
    return switch (element.getKind()) {
      case ENUM -> true;
      case RECORD_COMPONENT ->
          around instanceof TypeElement type && AttributeSetReader.isAttributeSet(type);
      case PARAMETER ->
          isMetricSet(around.getEnclosingElement())
              || (around.getKind() == ElementKind.CONSTRUCTOR
                  && around.getEnclosingElement().getKind() == ElementKind.RECORD);
      default -> false;
    };
  }

  private static boolean isMetricSet(Element element) {
    return element != null && SchemaReader.metricSet(element).isPresent();
  }
}
