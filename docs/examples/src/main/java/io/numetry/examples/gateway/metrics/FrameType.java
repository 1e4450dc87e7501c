package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Attribute;

/** What a frame says that it is. */
@Attribute(FrameType.KEY)
public enum FrameType {
  ORDER,
  QUOTE,
  /** None that the gateway knows. */
  UNKNOWN;

  static final String KEY = "gateway.frame.type";
}
