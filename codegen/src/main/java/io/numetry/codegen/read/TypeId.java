package io.numetry.codegen.read;

import java.util.List;

/**
 * A type's name.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost type to this one
 */
public record TypeId(String packageName, List<String> simpleNames) {

  public TypeId {
    simpleNames = List.copyOf(simpleNames);
  }

  /** The type's own simple name. */
  public String simpleName() {
    return simpleNames.getLast();
  }

  /** The name with those of the types around it, as an importing source may write it. */
  public String nestedName() {
    return String.join(".", simpleNames);
  }

  /** The name with its package. */
  public String qualifiedName() {
    return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
  }
}
