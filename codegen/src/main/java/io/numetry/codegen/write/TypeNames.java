package io.numetry.codegen.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.numetry.codegen.read.TypeId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How types are named in a generated class: by their simple names, which are imported, except where
 * such a name means another type there.
 */
final class TypeNames {
  private final String packageName;

  /** Simple names that mean a type of the user's package, or an inherited one. */
  private final Set<String> taken;

  /** Simple names of outermost types, with the package that each is of. */
  private final Map<String, String> packages = new HashMap<>();

  private final Set<String> ambiguous = new HashSet<>();

  /**
   * @param inherited simple names of types that the class inherits
   * @param engine the engine's types that the class may name
   * @param users the user's types that the class names
   */
  TypeNames(
      String packageName,
      Collection<String> inherited,
      Collection<Class<?>> engine,
      Collection<TypeId> users) {
    this.packageName = packageName;
    this.taken = new HashSet<>(inherited);
    for (ClassName each : List.of(Annotations.GENERATED, RegistrationWriter.CORE)) {
      packages.put(each.simpleName(), each.packageName());
    }
    for (Class<?> each : engine) {
      packages.put(each.getSimpleName(), each.getPackageName());
    }
    for (TypeId each : users) {
      String outermost = each.simpleNames().getFirst();
      if (each.packageName().equals(packageName)) {
        taken.add(outermost);
      } else {
        String other = packages.putIfAbsent(outermost, each.packageName());
        if (other != null && !other.equals(each.packageName())) {
          ambiguous.add(outermost);
        }
      }
    }
  }

  /** The name as JavaPoet will write it, to reckon with its width. */
  String shown(Class<?> type) {
    return taken.contains(type.getSimpleName()) ? type.getCanonicalName() : type.getSimpleName();
  }

  /** The name as it will be written, to reckon with its width. */
  String shown(TypeId type) {
    return isQualified(type) ? type.qualifiedName() : type.nestedName();
  }

  /** The type as JavaPoet takes it. */
  ClassName of(TypeId type) {
    if (isQualified(type)) {
      return ClassName.get("", type.qualifiedName());
    }
    List<String> nested = type.simpleNames().subList(1, type.simpleNames().size());
    return ClassName.get(
        type.packageName(), type.simpleNames().getFirst(), nested.toArray(String[]::new));
  }

  /** The class literal of {@code type}. */
  Argument literal(TypeId type) {
    return new Argument.Code(
        shown(type).length() + ".class".length(), CodeBlock.of("$T.class", of(type)));
  }

  /** {@code member} of one of the engine's types. */
  Argument member(Class<?> type, String member) {
    return new Argument.Code(
        shown(type).length() + ".".length() + member.length(), CodeBlock.of("$T.$L", type, member));
  }

  private boolean isQualified(TypeId type) {
    String outermost = type.simpleNames().getFirst();
    return !type.packageName().equals(packageName)
        && (ambiguous.contains(outermost) || taken.contains(outermost));
  }
}
