package io.numetry.codegen.read;

import java.util.List;

/** A type that is marked as a metric set, sound or not; its methods in the order of the source. */
public record RawSet(
    Position position,
    Declaration declaration,
    RawText name,
    RawText brief,
    List<RawMethod> methods) {

  public RawSet {
    methods = List.copyOf(methods);
  }
}
