package io.numetry.codegen.read;

import io.numetry.schema.InstrumentKind;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Reads what an instrument's annotation says of buckets; see {@link RawLayout}. */
final class LayoutReader {
  private LayoutReader() {}

  static RawLayout read(Element element, AnnotationMirror annotation, InstrumentKind kind) {
    return switch (kind) {
      case EXPONENTIAL_HISTOGRAM ->
          new RawLayout.Exponential(
              AnnotationReader.number(element, annotation, "maxBuckets"),
              AnnotationReader.number(element, annotation, "maxScale"),
              AnnotationReader.flag(annotation, "negatives"));
      case EXPLICIT_HISTOGRAM ->
          new RawLayout.Explicit(
              AnnotationReader.doubles(annotation, "boundaries"),
              AnnotationReader.position(element, annotation, "boundaries"));
      case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER, GAUGE, MMSC ->
          new RawLayout.Fixed();
    };
  }
}
