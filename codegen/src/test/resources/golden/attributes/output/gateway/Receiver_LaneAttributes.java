package gateway;

import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Receiver.Lane}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class Receiver_LaneAttributes {
  public static final String NUMBER = "gateway.lane.number";

  private Receiver_LaneAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Receiver.Lane set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Receiver.Lane set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Receiver.Lane: is null; give one instead");
    }
    attributes.put(NUMBER, set.number());
  }
}
