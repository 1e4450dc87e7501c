package io.numetry.codegen.read;

import java.util.List;

/**
 * A type that is marked as a metric set, sound or not; its methods in the order of the source.
 *
 * @param marks what holds for all methods that do not say otherwise
 */
public record RawSet(
    Position position,
    Declaration declaration,
    RawText name,
    RawText brief,
    RawMarks marks,
    List<RawMethod> methods) {

  public RawSet {
    methods = List.copyOf(methods);
  }
}
