package io.numetry.codegen.read;

import io.numetry.schema.Detail;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.FormerNames;
import io.numetry.schema.Stability;
import io.numetry.schema.StabilityLevel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Reads what is said of an instrument beside what it is; see {@link RawMarks}. */
final class MarkReader {
  private static final String VALUE = "value";
  private static final String FORMER_NAMES = FormerNames.class.getCanonicalName();

  private MarkReader() {}

  static RawMarks read(Element element) {
    Optional<Position> former =
        Optional.ofNullable(AnnotationReader.find(element, FORMER_NAMES))
            .map(annotation -> Position.of(element, annotation));
    return new RawMarks(
        constant(element, Stability.class).map(StabilityLevel::valueOf),
        constant(element, Detail.class).map(DetailLevel::valueOf),
        former.isEmpty() ? List.of() : AnnotationReader.texts(element, FORMER_NAMES, VALUE),
        former);
  }

  private static Optional<String> constant(Element element, Class<?> annotation) {
    return AnnotationReader.constant(element, annotation.getCanonicalName(), VALUE);
  }
}
