package io.numetry.codegen.read;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads an enum; see {@link RawEnum}. */
final class EnumReader {
  private static final String ATTRIBUTE = Attribute.class.getCanonicalName();
  private static final String ATTRIBUTE_VALUE = AttributeValue.class.getCanonicalName();
  private static final String ATTRIBUTE_ABSENT = AttributeAbsent.class.getCanonicalName();

  private final DeclarationReader declarations;

  EnumReader(DeclarationReader declarations) {
    this.declarations = declarations;
  }

  /** The enum that {@code type} is, if it is one. */
  Optional<RawEnum> read(TypeMirror type) {
    return element(type).map(this::read);
  }

  /** What a parameter, a component or an enum says of its attribute's key. */
  static Optional<RawText> key(Element element) {
    return AnnotationReader.text(element, ATTRIBUTE, "value");
  }

  /** False while an annotation on the enum or its constants has a value that cannot be resolved. */
  static boolean isReadable(TypeMirror type) {
    return element(type).stream()
        .flatMap(each -> Stream.concat(Stream.of(each), constants(each).stream()))
        .allMatch(AnnotationReader::isReadable);
  }

  private static Optional<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.ENUM
        ? Optional.of(element)
        : Optional.empty();
  }

  private RawEnum read(TypeElement type) {
    return new RawEnum(
        Position.of(type),
        declarations.id(type),
        DeclarationReader.privateTypes(type),
        DeclarationReader.isEffectivelyPublic(type),
        Stream.concat(Stream.of(type), constants(type).stream())
            .map(declarations::deprecation)
            .max(Deprecation::compareTo)
            .orElseThrow(),
        key(type),
        constants(type).stream()
            .map(
                each ->
                    new RawConstant(
                        each.getSimpleName().toString(),
                        Position.of(each),
                        AnnotationReader.text(each, ATTRIBUTE_VALUE, "value"),
                        Optional.ofNullable(AnnotationReader.find(each, ATTRIBUTE_ABSENT))
                            .map(annotation -> Position.of(each, annotation))))
            .toList());
  }

  private static List<? extends Element> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
        .toList();
  }
}
