package io.numetry.view;

import io.numetry.attribute.Attributes;
import io.numetry.schema.Dimension;
import java.util.List;
import java.util.Set;

/**
 * Which attributes stay.
 *
 * @param keys that are named
 * @param keeps true if the named ones stay, false if the others do
 */
public record AttributeFilter(Set<String> keys, boolean keeps) {
  /** Everything stays. */
  public static final AttributeFilter ALL = new AttributeFilter(Set.of(), false);

  public AttributeFilter {
    keys = Set.copyOf(keys);
  }

  boolean admits(String key) {
    return keys.contains(key) == keeps;
  }

  /** The attributes that stay. */
  public Attributes apply(Attributes attributes) {
    return equals(ALL) ? attributes : attributes.filter(this::admits);
  }

  /** The dimensions that stay, in their order. */
  List<Dimension> apply(List<Dimension> dimensions) {
    return dimensions.stream().filter(dimension -> admits(dimension.key())).toList();
  }
}
