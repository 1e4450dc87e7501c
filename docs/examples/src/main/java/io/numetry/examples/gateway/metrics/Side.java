package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Attribute;

/** Which way an order goes. */
@Attribute(Side.KEY)
public enum Side {
  BUY,
  SELL;

  static final String KEY = "gateway.order.side";
}
