package io.numetry.codegen.read;

import io.numetry.schema.AttributeSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads an attribute set with those that it is composed of; see {@link RawAttributeSet}. */
final class AttributeSetReader {
  private static final String ATTRIBUTE_SET = AttributeSet.class.getCanonicalName();

  private final DeclarationReader declarations;
  private final EnumReader enums;

  AttributeSetReader(DeclarationReader declarations, EnumReader enums) {
    this.declarations = declarations;
    this.enums = enums;
  }

  static boolean isAttributeSet(TypeElement type) {
    return AnnotationReader.find(type, ATTRIBUTE_SET) != null;
  }

  /** False while something that the set, or one in it, refers to does not exist yet. */
  static boolean isReadable(TypeElement type) {
    return isReadable(type, new HashSet<>());
  }

  private static boolean isReadable(TypeElement type, Set<TypeElement> seen) {
    return !seen.add(type)
        || (AnnotationReader.isReadable(type)
            && type.getRecordComponents().stream().allMatch(each -> isReadable(each, seen)));
  }

  private static boolean isReadable(RecordComponentElement component, Set<TypeElement> seen) {
    TypeMirror type = component.asType();
    return type.getKind() != TypeKind.ERROR
        && AnnotationReader.isReadable(component)
        && EnumReader.isReadable(type)
        && attributeSet(type).stream().allMatch(each -> isReadable(each, seen));
  }

  /** Reads a type that is annotated with {@link AttributeSet}. */
  RawAttributeSet read(TypeElement type) {
    return read(type, new ArrayDeque<>());
  }

  /** Reads a class that a metric set names. */
  RawAttributeUse use(TypeMirror type, Position position) {
    return new RawAttributeUse(ShownTypes.of(type), position, attributeSet(type).map(this::read));
  }

  private RawAttributeSet read(TypeElement type, Deque<TypeElement> around) {
    around.push(type);
    AnnotationMirror annotation = AnnotationReader.find(type, ATTRIBUTE_SET);
    List<RawComponent> components =
        type.getRecordComponents().stream().map(each -> component(each, around)).toList();
    around.pop();
    return new RawAttributeSet(
        Position.of(type),
        declarations.readAttributeSet(type),
        AnnotationReader.text(type, annotation, "prefix"),
        components);
  }

  private RawComponent component(RecordComponentElement component, Deque<TypeElement> around) {
    Optional<TypeElement> set = attributeSet(component.asType());
    boolean cyclic = set.filter(around::contains).isPresent();
    return new RawComponent(
        component.getSimpleName().toString(),
        ShownTypes.of(component.asType()),
        Position.of(component),
        EnumReader.key(component),
        enums.read(component.asType()),
        set.filter(each -> !cyclic).map(each -> read(each, around)),
        cyclic);
  }

  private static Optional<TypeElement> attributeSet(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && isAttributeSet(element)
        ? Optional.of(element)
        : Optional.empty();
  }
}
