package io.numetry.codegen.read;

import java.util.List;

/**
 * What Java says of a type that is marked as a metric set, and of the room for its generated class.
 *
 * @param kind as the compiler calls it: {@code interface}, {@code class}, {@code record} ...
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost type to this one
 * @param effectivelyPublic true if the type and all types around it are public
 * @param privateTypes of the type and those around it, the names of the private ones
 * @param sealed true if only permitted types may implement it
 * @param typeParameters its own
 * @param superTypes the interfaces that it extends
 * @param memberTypes simple names of the types nested in it, which the generated class inherits
 * @param generatedName simple name of the class to generate
 * @param generatedNameTaken true if another type has that name already
 * @param generatedAnnotationVisible true if its module reads the one with {@code @Generated}
 * @param fromSource false if only the compiled class is there, which may lack parameters' names
 */
public record Declaration(
    String kind,
    String packageName,
    List<String> simpleNames,
    boolean effectivelyPublic,
    List<String> privateTypes,
    boolean sealed,
    Deprecation deprecation,
    List<String> typeParameters,
    List<String> superTypes,
    List<String> memberTypes,
    String generatedName,
    boolean generatedNameTaken,
    boolean generatedAnnotationVisible,
    boolean fromSource) {

  public Declaration {
    simpleNames = List.copyOf(simpleNames);
    privateTypes = List.copyOf(privateTypes);
    typeParameters = List.copyOf(typeParameters);
    superTypes = List.copyOf(superTypes);
    memberTypes = List.copyOf(memberTypes);
  }

  /** The type's own simple name. */
  public String simpleName() {
    return simpleNames.getLast();
  }
}
