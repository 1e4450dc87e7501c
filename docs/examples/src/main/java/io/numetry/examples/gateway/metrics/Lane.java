package io.numetry.examples.gateway.metrics;

import io.numetry.attribute.Attributes;

/** Which of the gateway's lanes a metric set belongs to. */
public final class Lane {
  public static final String ATTRIBUTE = "gateway.lane";

  private Lane() {}

  /** The entity that a lane's sets are registered for. */
  public static Attributes attributes(int lane) {
    return Attributes.builder().put(ATTRIBUTE, lane).build();
  }
}
