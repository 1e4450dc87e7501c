package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.dynatrace.dynahist.layout.Layout;
import com.dynatrace.dynahist.layout.OpenTelemetryExponentialBucketsLayout;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** The boundaries of scale 3 that the specification prints. */
  @Test
  void scaleThree() {
    double[] boundaries = {
      1, 1.09051, 1.18921, 1.29684, 1.41421, 1.54221, 1.68179, 1.83401, 2, 2.18102, 2.37841
    };
    for (int index = 0; index < boundaries.length; index++) {
      assertThat(ExponentialIndex.lowerBoundary(index, 3))
          .isCloseTo(boundaries[index], within(1e-5));
    }
    for (int index = 0; index < boundaries.length - 1; index++) {
      double lower = ExponentialIndex.lowerBoundary(index, 3);
      double upper = ExponentialIndex.lowerBoundary(index + 1, 3);
      assertThat(ExponentialIndex.indexOf((lower + upper) / 2, 3)).isEqualTo(index);
    }
  }

  /** DynaHist's bins are closed below, so its powers of two are one bin higher. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void sameAsDynaHist(int scale) {
    Layout layout = OpenTelemetryExponentialBucketsLayout.create(scale);
    int offset = layout.mapToBinIndex(1.0001) - ExponentialIndex.indexOf(1.0001, scale);
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM_VALUES / 4; i++) {
      double value =
          Double.longBitsToDouble(random.nextLong(0x0010_0000_0000_0001L, 0x7ff0_0000_0000_0000L));
      int expected = layout.mapToBinIndex(value) - offset;
      if (ExponentialIndex.indexOf(value, scale) != expected) {
        assertThat(ExponentialIndex.indexOf(value, scale))
            .as("seed=%d value=%s", seed, value)
            .isEqualTo(expected);
      }
    }
  }

  /** At 0 and infinity a boundary is not a double any more. */
  @Test
  void boundariesBeyondTheDoubles() {
    assertThat(ExponentialIndex.lowerBoundary(-2, -10)).isEqualTo(0.0);
    assertThat(ExponentialIndex.lowerBoundary(1, -10)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ExponentialIndex.lowerBoundary(1024 << 20, 20)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ExponentialIndex.lowerBoundary((1024 << 20) - 1, 20)).isLessThan(Double.MAX_VALUE);
    assertThat(ExponentialIndex.lowerBoundary(-1074 << 20, 20)).isEqualTo(Double.MIN_VALUE);
    assertThat(ExponentialIndex.lowerBoundary(-1023, 0)).isEqualTo(0x1p-1023);
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
