package io.numetry.attribute;

import io.numetry.schema.Dimension;
import java.util.List;

/** What an instrument's dimensions are on the points of one of its combinations. */
public final class CombinationAttributes {
  private CombinationAttributes() {}

  /**
   * The attributes of a combination; a dimension whose value is {@link Dimension#ABSENT} there is
   * left out.
   *
   * @param dimensions of the instrument; the last one counts fastest
   * @param combination 0 or more; what exceeds the number of combinations counts anew
   */
  public static Attributes of(List<Dimension> dimensions, int combination) {
    Attributes.Builder attributes = Attributes.builder();
    int left = combination;
    for (Dimension dimension : dimensions.reversed()) {
      int ordinal = left % dimension.size();
      if (!dimension.isAbsent(ordinal)) {
        attributes.put(dimension.key(), dimension.values().get(ordinal));
      }
      left /= dimension.size();
    }
    return attributes.build();
  }
}
