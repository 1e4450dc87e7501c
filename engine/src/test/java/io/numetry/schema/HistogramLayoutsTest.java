package io.numetry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Sizes of the histograms' cells, and the sentence that follows wrong input. */
class HistogramLayoutsTest {
  @Test
  void sizes() {
    assertThat(ExponentialLayout.DEFAULT.cellBytes()).isEqualTo(72 + 160 * 8);
    assertThat(new ExponentialLayout(160, 20, true).cellBytes()).isEqualTo(72 + 320 * 8);
    assertThat(ExplicitLayout.DEFAULT.cellBytes()).isEqualTo(32 + 16 * 8);
    assertThat(ExplicitLayout.DEFAULT.buckets()).isEqualTo(16);
  }

  @Test
  void bucketsOutOfRange() {
    for (int wrong : new int[] {-1, 0, 2, 8193}) {
      assertThatThrownBy(() -> new ExponentialLayout(wrong, 20, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("exponential histogram: maxBuckets=" + wrong + "; write 3 to 8192 instead");
    }
  }

  @Test
  void scaleOutOfRange() {
    for (int wrong : new int[] {-11, 21}) {
      assertThatThrownBy(() -> new ExponentialLayout(160, wrong, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("exponential histogram: maxScale=" + wrong + "; write -10 to 20 instead");
    }
  }

  @Test
  void boundariesThatDoNotIncrease() {
    assertThatThrownBy(() -> new ExplicitLayout(new double[] {1, 5, 5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "explicit histogram: boundaries[2]=5.0 is not above boundaries[1]=5.0; write strictly"
                + " increasing boundaries instead");
    assertThatThrownBy(() -> new ExplicitLayout(new double[] {-0.0, 0.0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "explicit histogram: boundaries[1]=0.0 is not above boundaries[0]=0.0; write strictly"
                + " increasing boundaries instead");
  }

  @Test
  void boundariesThatAreNotFinite() {
    for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new ExplicitLayout(new double[] {1, wrong}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "explicit histogram: boundaries[1]="
                  + wrong
                  + " is not finite; write finite boundaries instead: the last bucket has no upper"
                  + " limit anyway");
    }
  }

  @Test
  void wrongNumberOfBoundaries() {
    for (int wrong : new int[] {0, 8192}) {
      assertThatThrownBy(() -> new ExplicitLayout(new double[wrong]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "explicit histogram: boundaries.length="
                  + wrong
                  + "; write 1 to 8191 boundaries instead");
    }
  }

  @Test
  void boundariesAreCopied() {
    double[] boundaries = {-0.0, 1, 2};
    var layout = new ExplicitLayout(boundaries);
    boundaries[1] = 7;
    layout.boundaries()[1] = 8;
    assertThat(layout.boundaries()).containsExactly(0.0, 1.0, 2.0);
    assertThat(layout).isEqualTo(new ExplicitLayout(new double[] {0, 1, 2}));
    assertThat(layout).hasSameHashCodeAs(new ExplicitLayout(new double[] {0, 1, 2}));
    assertThat(layout).isNotEqualTo(ExplicitLayout.DEFAULT);
    assertThat(layout).hasToString("ExplicitLayout[boundaries=[0.0, 1.0, 2.0]]");
  }
}
