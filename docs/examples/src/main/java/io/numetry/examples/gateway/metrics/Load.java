package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Attribute;

/** How much waited when a batch was begun. */
@Attribute(Load.KEY)
public enum Load {
  /** No more than the batch takes. */
  LIGHT,
  /** More than that. */
  HEAVY;

  static final String KEY = "gateway.load";
}
