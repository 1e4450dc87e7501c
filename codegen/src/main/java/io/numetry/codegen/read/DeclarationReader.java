package io.numetry.codegen.read;

import io.numetry.attribute.Attributes;
import io.numetry.record.RecordingSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Reads what Java says of a type; see {@link Declaration}. */
final class DeclarationReader {
  private static final String SET_SUFFIX = "Set";
  private static final String ATTRIBUTES_SUFFIX = "Attributes";
  private static final String FACTORY = "of";
  private static final String GENERATED_ANNOTATION = "javax.annotation.processing.Generated";

  private final Elements elements;

  DeclarationReader(Elements elements) {
    this.elements = elements;
  }

  /** Reads a metric set. */
  Declaration readMetricSet(TypeElement type) {
    return read(type, SET_SUFFIX, DeclarationReader::recordsFor);
  }

  /** Reads an attribute set. */
  Declaration readAttributeSet(TypeElement type) {
    return read(type, ATTRIBUTES_SUFFIX, DeclarationReader::describes);
  }

  private Declaration read(
      TypeElement type, String suffix, BiPredicate<TypeElement, TypeElement> isOurs) {
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    List<String> simpleNames = id(type).simpleNames();
    String generatedName = String.join("_", simpleNames) + suffix;
    return new Declaration(
        kind(type),
        packageName,
        simpleNames,
        isEffectivelyPublic(type),
        privateTypes(type),
        type.getModifiers().contains(Modifier.SEALED),
        deprecation(type),
        type.getTypeParameters().stream().map(Object::toString).toList(),
        type.getInterfaces().stream().map(Object::toString).toList(),
        ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .map(each -> each.getSimpleName().toString())
            .toList(),
        generatedName,
        isTaken(type, packageName, generatedName, isOurs),
        elements.getTypeElement(elements.getModuleOf(type), GENERATED_ANNOTATION) != null,
        isFromSource(type));
  }

  /** True of what has no file, too: it comes from a compiler's memory. */
  private boolean isFromSource(TypeElement type) {
    JavaFileObject file = elements.getFileObjectOf(type);
    return file == null || file.getKind() != JavaFileObject.Kind.CLASS;
  }

  Deprecation deprecation(Element element) {
    var annotation = AnnotationReader.find(element, Deprecated.class.getCanonicalName());
    if (annotation == null) {
      return Deprecation.NONE;
    }
    return AnnotationReader.flag(annotation, "forRemoval")
        ? Deprecation.FOR_REMOVAL
        : Deprecation.DEPRECATED;
  }

  /** The type's name. */
  TypeId id(TypeElement type) {
    return new TypeId(
        elements.getPackageOf(type).getQualifiedName().toString(),
        nesting(type).stream().map(each -> each.getSimpleName().toString()).toList());
  }

  /** True if the type and all types around it are public. */
  static boolean isEffectivelyPublic(TypeElement type) {
    return nesting(type).stream().allMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
  }

  /** Of the type and those around it, the names of the private ones. */
  static List<String> privateTypes(TypeElement type) {
    return nesting(type).stream()
        .filter(each -> each.getModifiers().contains(Modifier.PRIVATE))
        .map(each -> each.getSimpleName().toString())
        .toList();
  }

  private static String kind(TypeElement type) {
    return type.getKind() == ElementKind.ANNOTATION_TYPE
        ? "@interface"
        : type.getKind().name().toLowerCase(Locale.ROOT);
  }

  private static List<TypeElement> nesting(TypeElement type) {
    List<TypeElement> types = new ArrayList<>();
    for (Element each = type;
        !(each instanceof PackageElement);
        each = each.getEnclosingElement()) {
      types.add((TypeElement) each);
    }
    Collections.reverse(types);
    return types;
  }

  /**
   * A class file of the name that is made for this very type is what an earlier compilation left of
   * our own; it will be overwritten.
   */
  private boolean isTaken(
      TypeElement type,
      String packageName,
      String generatedName,
      BiPredicate<TypeElement, TypeElement> isOurs) {
    String qualifiedName =
        packageName.isEmpty() ? generatedName : packageName + "." + generatedName;
    TypeElement existing = elements.getTypeElement(elements.getModuleOf(type), qualifiedName);
    return existing != null && !isOurs.test(existing, type);
  }

  private static boolean recordsFor(TypeElement generated, TypeElement type) {
    return names(generated.getSuperclass(), RecordingSet.class.getCanonicalName())
        && generated.getInterfaces().stream()
            .anyMatch(each -> names(each, type.getQualifiedName().toString()));
  }

  private static boolean describes(TypeElement generated, TypeElement type) {
    return ElementFilter.methodsIn(generated.getEnclosedElements()).stream()
        .anyMatch(
            each ->
                each.getSimpleName().contentEquals(FACTORY)
                    && names(each.getReturnType(), Attributes.class.getCanonicalName())
                    && each.getParameters().size() == 1
                    && names(
                        each.getParameters().getFirst().asType(),
                        type.getQualifiedName().toString()));
  }

  private static boolean names(@Nullable TypeMirror mirror, String qualifiedName) {
    return mirror instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(qualifiedName);
  }
}
