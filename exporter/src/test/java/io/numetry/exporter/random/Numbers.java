package io.numetry.exporter.random;

import java.math.BigDecimal;

/** Longs and doubles, told as one. */
final class Numbers {
  private Numbers() {}

  static BigDecimal exact(Number value) {
    return value instanceof Long whole
        ? BigDecimal.valueOf(whole)
        : new BigDecimal(value.doubleValue());
  }

  static Number negative(Number value) {
    if (value instanceof Long whole) {
      return -whole;
    }
    return -value.doubleValue();
  }
}
