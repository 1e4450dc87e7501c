package gateway;

import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Place}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class PlaceAttributes {
  public static final String REGION = "gateway.place.region";
  public static final String FLOOR = "gateway.place.floor";

  private PlaceAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Place set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Place set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Place: is null; give one instead");
    }
    if (set.region() != null) {
      attributes.put(REGION, set.region());
    }
    if (set.floor() != null) {
      attributes.put(FLOOR, set.floor());
    }
  }
}
