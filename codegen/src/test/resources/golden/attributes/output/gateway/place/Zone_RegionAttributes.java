package gateway.place;

import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Zone.Region}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class Zone_RegionAttributes {
  public static final String NAME = "place.region.name";
  public static final String NUMBER = "place.region.number";

  private Zone_RegionAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Zone.Region set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Zone.Region set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Zone.Region: is null; give one instead");
    }
    if (set.name() != null) {
      attributes.put(NAME, set.name());
    }
    if (set.number() != null) {
      attributes.put(NUMBER, set.number());
    }
  }
}
