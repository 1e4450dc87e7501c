package io.numetry.examples.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a person reads them. */
final class Rounded {
  private static final int DECIMALS = 9;

  private Rounded() {}

  /** Whole numbers in full, others to the ninth decimal. */
  static String text(BigDecimal value) {
    BigDecimal shown =
        value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_EVEN) : value;
    return shown.stripTrailingZeros().toPlainString();
  }
}
