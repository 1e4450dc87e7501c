package io.numetry.codegen.read;

import java.util.List;

/**
 * A type that is marked as an attribute set, sound or not.
 *
 * @param prefix empty if there is none
 * @param components in the order of the source; none if the type is no record
 */
public record RawAttributeSet(
    Position position, Declaration declaration, RawText prefix, List<RawComponent> components) {

  public RawAttributeSet {
    components = List.copyOf(components);
  }
}
