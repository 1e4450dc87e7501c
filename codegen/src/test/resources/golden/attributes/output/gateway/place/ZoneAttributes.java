package gateway.place;

import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Zone}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ZoneAttributes {
  public static final String ZONE_NAME = "place.zone_name";

  private ZoneAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Zone set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Zone set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Zone: is null; give one instead");
    }
    if (set.zoneName() != null) {
      attributes.put(ZONE_NAME, set.zoneName());
    }
    if (set.region() != null) {
      Zone_RegionAttributes.put(set.region(), attributes);
    }
  }
}
