package gateway;

import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Lane}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class LaneAttributes {
  public static final String NUMBER = "gateway.lane.number";

  private LaneAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Lane set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Lane set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Lane: is null; give one instead");
    }
    attributes.put(NUMBER, set.number());
  }
}
