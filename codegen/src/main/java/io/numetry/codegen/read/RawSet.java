package io.numetry.codegen.read;

import java.util.List;

/**
 * A type that is marked as a metric set, sound or not; its methods in the order of the source.
 *
 * @param marks what holds for all methods that do not say otherwise
 * @param entity attribute sets that say what is measured
 * @param item attribute sets that tell a registration from others
 */
public record RawSet(
    Position position,
    Declaration declaration,
    RawText name,
    RawText brief,
    RawMarks marks,
    List<RawAttributeUse> entity,
    List<RawAttributeUse> item,
    List<RawMethod> methods) {

  public RawSet {
    entity = List.copyOf(entity);
    item = List.copyOf(item);
    methods = List.copyOf(methods);
  }
}
