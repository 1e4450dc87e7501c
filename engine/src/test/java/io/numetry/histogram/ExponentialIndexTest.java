package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index is exact: against boundaries to the bit, over all of them. */
class ExponentialIndexTest {
  private static final int RANDOM_VALUES = 1_000_000;

  static IntStream scales() {
    return IntStream.rangeClosed(-10, 20);
  }

  @ParameterizedTest
  @MethodSource("scales")
  void powersOfTwoAndTheirNeighbours(int scale) {
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double power = Math.scalb(1.0, exponent);
      long at20 = (long) exponent << 20;
      assertThat(ExponentialIndex.indexOf(power, scale))
          .as("2^%d", exponent)
          .isEqualTo((int) ((at20 - 1) >> (20 - scale)));
      if (exponent >= -1022) {
        assertThat(ExponentialIndex.indexOf(Math.nextUp(power), scale))
            .as("above 2^%d", exponent)
            .isEqualTo((int) (at20 >> (20 - scale)));
      }
      if (exponent > -1022) {
        assertThat(ExponentialIndex.indexOf(Math.nextDown(power), scale))
            .as("below 2^%d", exponent)
            .isEqualTo((int) ((at20 - 1) >> (20 - scale)));
      }
    }
  }

  /**
   * The last double of a bucket and the first of the next, for all 2^20 boundaries of the finest
   * scale, and so for every scale's: together with the index's being monotonic between them this is
   * all doubles of [1, 2], and the exponent is not looked at in between.
   */
  @ParameterizedTest
  @MethodSource("scales")
  void allBoundaries(int scale) {
    int shift = 20 - scale;
    int wrong = 0;
    for (int k = 0; k < ExactBoundaries.COUNT; k++) {
      double last = Double.longBitsToDouble(ExactBoundaries.FLOORS[k]);
      double next = Math.nextUp(last);
      if (ExponentialIndex.indexOf(last, scale) != (k - 1) >> shift
          || ExponentialIndex.indexOf(next, scale) != k >> shift) {
        wrong++;
      }
    }
    assertThat(wrong).isZero();
  }

  @ParameterizedTest
  @MethodSource("scales")
  void randomValues(int scale) {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM_VALUES; i++) {
      // All positive finite doubles, subnormals a little more often than their share.
      double value = Double.longBitsToDouble(random.nextLong(1, 0x7ff0_0000_0000_0000L));
      if ((i & 63) == 0) {
        value = Double.longBitsToDouble(random.nextLong(1, 1L << random.nextInt(1, 53)));
      }
      int expected = ExactBoundaries.indexOf(value, scale);
      if (ExponentialIndex.indexOf(value, scale) != expected) {
        assertThat(ExponentialIndex.indexOf(value, scale))
            .as("seed=%d value=%s scale=%d", seed, value, scale)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void extremes() {
    for (int scale = -10; scale <= 20; scale++) {
      assertThat(ExponentialIndex.indexOf(Double.MIN_VALUE, scale))
          .isEqualTo((int) (((-1074L << 20) - 1) >> (20 - scale)));
      assertThat(ExponentialIndex.indexOf(Double.MAX_VALUE, scale))
          .isEqualTo((int) (((1024L << 20) - 1) >> (20 - scale)));
    }
  }

  @Test
  void lowerBoundariesAreTheNearestDoubles() {
    int wrong = 0;
    for (int k = 1; k < ExactBoundaries.COUNT; k++) {
      double boundary = ExponentialIndex.lowerBoundary(k, 20);
      long off = Double.doubleToRawLongBits(boundary) - ExactBoundaries.FLOORS[k];
      if (off != 0 && off != 1) {
        wrong++;
      }
    }
    assertThat(wrong).isZero();
    assertThat(ExponentialIndex.lowerBoundary(0, 20)).isEqualTo(1.0);
  }
}
