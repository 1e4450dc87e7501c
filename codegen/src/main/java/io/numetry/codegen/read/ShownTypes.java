package io.numetry.codegen.read;

import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A type as a user would write it, without the annotations on it: a checker's, say, which tell
 * nothing of the value.
 */
final class ShownTypes {
  private ShownTypes() {}

  static String of(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT);
    }
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    return type instanceof DeclaredType declared
            && declared.getTypeArguments().isEmpty()
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : type.toString();
  }
}
