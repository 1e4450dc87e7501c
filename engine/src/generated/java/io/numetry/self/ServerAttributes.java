package io.numetry.self;

import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Server}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ServerAttributes {
  public static final String ADDRESS = "server.address";
  public static final String PORT = "server.port";

  private ServerAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Server set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Server set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Server: is null; give one instead");
    }
    if (set.address() != null) {
      attributes.put(ADDRESS, set.address());
    }
    if (set.port() != null) {
      attributes.put(PORT, set.port());
    }
  }
}
