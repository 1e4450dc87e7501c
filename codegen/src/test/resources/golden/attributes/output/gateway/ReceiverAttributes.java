package gateway;

import gateway.place.ZoneAttributes;
import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Receiver}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ReceiverAttributes {
  public static final String NAME = "gateway.receiver.name";
  public static final String CPU = "gateway.receiver.cpu";

  private ReceiverAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Receiver set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Receiver set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Receiver: is null; give one instead");
    }
    if (set.name() != null) {
      attributes.put(NAME, set.name());
    }
    attributes.put(CPU, set.cpu());
    if (set.zone() != null) {
      ZoneAttributes.put(set.zone(), attributes);
    }
  }
}
