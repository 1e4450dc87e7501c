package gateway;

import io.numetry.attribute.Attributes;
import io.numetry.schema.EnumConstants;
import java.util.Arrays;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Receiver}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ReceiverAttributes {
  public static final String NAME = "gateway.receiver.name";
  public static final String ENCRYPTED = "gateway.receiver.encrypted";
  public static final String PRIORITY = "gateway.receiver.priority";
  public static final String PORT = "gateway.receiver.port";
  public static final String WEIGHT = "gateway.receiver.weight";
  public static final String ROLE = "gateway.receiver.role";
  public static final String VENUE = "gateway.venue";
  public static final String PEERS = "gateway.receiver.peers";
  public static final String LIGHTS = "gateway.receiver.lights";
  public static final String CPUS = "gateway.receiver.cpus";
  public static final String LIMITS = "gateway.receiver.limits";
  public static final String SHARES = "gateway.receiver.shares";
  public static final String DIGEST = "gateway.receiver.digest";
  public static final String LABELS = "gateway.receiver.labels";

  static {
    // The values of these enums are compiled in.
    EnumConstants.require("Receiver", Role.class, "PRIMARY", "STAND_BY", "NONE");
  }

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
    attributes.put(ENCRYPTED, set.encrypted());
    attributes.put(PRIORITY, set.priority());
    attributes.put(PORT, set.port());
    attributes.put(WEIGHT, set.weight());
    if (set.role() != null && set.role() != Role.NONE) {
      attributes.put(ROLE, value(set.role()));
    }
    if (set.venue() != null) {
      attributes.put(VENUE, set.venue());
    }
    if (set.place() != null) {
      PlaceAttributes.put(set.place(), attributes);
    }
    if (set.peers() != null) {
      attributes.put(PEERS, set.peers());
    }
    if (set.lights() != null) {
      attributes.put(LIGHTS, set.lights());
    }
    if (set.cpus() != null) {
      attributes.put(CPUS, Arrays.stream(set.cpus()).asLongStream().toArray());
    }
    if (set.limits() != null) {
      attributes.put(LIMITS, set.limits());
    }
    if (set.shares() != null) {
      attributes.put(SHARES, set.shares());
    }
    if (set.digest() != null) {
      attributes.put(DIGEST, set.digest());
    }
    if (set.labels() != null) {
      attributes.put(LABELS, set.labels());
    }
  }

  private static String value(Role constant) {
    return switch (constant) {
      case PRIMARY -> "primary";
      case STAND_BY -> "stand-by";
      case NONE -> "";
    };
  }
}
