package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;

/** How far a sum of doubles, added up in whatever order, may be from the exact one. */
final class RoundingBound {
  private BigDecimal magnitudes = BigDecimal.ZERO;
  private long addends;

  void add(BigDecimal magnitude) {
    magnitudes = magnitudes.add(magnitude, MathContext.DECIMAL64);
    addends++;
  }

  void clear() {
    magnitudes = BigDecimal.ZERO;
    addends = 0;
  }

  /**
   * @param bits precision of each addition
   * @param ulps of the result
   */
  void assertNear(double actual, BigDecimal exact, int bits, int ulps) {
    assertThat(actual).isFinite();
    BigDecimal allowed =
        magnitudes
            .multiply(BigDecimal.valueOf(addends + 8))
            .multiply(new BigDecimal(Math.scalb(1.0, -bits)))
            .add(new BigDecimal(Math.ulp(actual)).multiply(BigDecimal.valueOf(ulps)));
    assertThat(new BigDecimal(actual).subtract(exact).abs())
        .as("error of %s, exactly %s", actual, exact.round(MathContext.DECIMAL64))
        .isLessThanOrEqualTo(allowed);
  }
}
