package io.numetry.codegen.read;

import io.numetry.schema.AttributeSet;
import io.numetry.schema.MetricSet;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the compiler's elements into records. Judges nothing. */
public final class SchemaReader {
  private static final String METRIC_SET = MetricSet.class.getCanonicalName();

  private final DeclarationReader declarations;
  private final AttributeSetReader attributeSets;
  private final MethodReader methods;

  public SchemaReader(Elements elements) {
    declarations = new DeclarationReader(elements);
    EnumReader enums = new EnumReader(declarations);
    attributeSets = new AttributeSetReader(declarations, enums);
    methods = new MethodReader(declarations, enums);
  }

  /**
   * False while the type, its methods or their parameters refer to something that the compiler
   * cannot resolve yet; then {@link #read} would read nonsense.
   */
  public boolean isReadable(TypeElement type) {
    return AnnotationReader.isReadable(type)
        && AttributeSetReader.isReadable(type)
        && methods(type).stream().allMatch(MethodReader::isReadable);
  }

  /** Reads a type that is annotated with {@link AttributeSet}. */
  public RawAttributeSet readAttributeSet(TypeElement type) {
    return attributeSets.read(type);
  }

  /** Reads a type that is annotated with {@link MetricSet}. */
  public RawSet read(TypeElement type) {
    AnnotationMirror annotation = metricSet(type).orElseThrow();
    return new RawSet(
        Position.of(type),
        declarations.readMetricSet(type),
        AnnotationReader.text(type, annotation, "name"),
        AnnotationReader.text(type, annotation, "brief"),
        MarkReader.read(type),
        uses(type, annotation, "entity"),
        uses(type, annotation, "item"),
        methods(type).stream().map(methods::read).toList());
  }

  /** Reads a method with an instrument annotation, if it is none of a metric set's own. */
  public Optional<RawStray> readStray(ExecutableElement method) {
    Element type = method.getEnclosingElement();
    if (metricSet(type).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new RawStray(
            Position.of(method),
            type.getSimpleName().toString(),
            method.getSimpleName().toString()));
  }

  /** Reads an element with one of our lesser annotations, if it says nothing there. */
  public Optional<RawMisplaced> readMisplaced(
      Element element, Class<? extends Annotation> annotation) {
    return Misplacements.placeFor(element, annotation)
        .map(
            place ->
                new RawMisplaced(
                    Position.of(element),
                    annotation.getSimpleName(),
                    element.getSimpleName().toString(),
                    place));
  }

  private List<RawAttributeUse> uses(TypeElement type, AnnotationMirror annotation, String member) {
    return AnnotationReader.types(type, annotation, member).entrySet().stream()
        .map(each -> attributeSets.use(each.getValue(), each.getKey()))
        .toList();
  }

  static Optional<AnnotationMirror> metricSet(Element type) {
    return Optional.ofNullable(AnnotationReader.find(type, METRIC_SET));
  }

  private static List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements());
  }
}
