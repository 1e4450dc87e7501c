package io.numetry.exporter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.numetry.snapshot.PointValue.Buckets;
import io.numetry.snapshot.PointValue.ExponentialBuckets;
import io.numetry.snapshot.PointValue.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates are in the bucket that the exact quantile is in. */
class QuantilesTest {
  private static final double[] QUANTILES = {0.001, 0.5, 0.9, 0.99, 1};

  private static Summary summary(double[] sorted) {
    return new Summary(
        sorted.length, Arrays.stream(sorted).sum(), sorted[0], sorted[sorted.length - 1]);
  }

  private static double exact(double[] sorted, double quantile) {
    return sorted[Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1)];
  }

  /** Index of the bucket by its definition, with a logarithm: values here are on no boundary. */
  private static int index(double magnitude, int scale) {
    return (int) Math.ceil(Math.log(magnitude) / Math.log(2) * Math.scalb(1.0, scale)) - 1;
  }

  private static List<Long> counts(int[] indexes, int offset) {
    List<Long> counts = new ArrayList<>();
    for (int index : indexes) {
      while (counts.size() <= index - offset) {
        counts.add(0L);
      }
      counts.set(index - offset, counts.get(index - offset) + 1);
    }
    return counts;
  }

  private static ExponentialBuckets exponential(double[] sorted, int scale) {
    int[] positive =
        Arrays.stream(sorted).filter(v -> v > 0).mapToInt(v -> index(v, scale)).toArray();
    int[] negative =
        Arrays.stream(sorted).filter(v -> v < 0).mapToInt(v -> index(-v, scale)).toArray();
    int positiveOffset = Arrays.stream(positive).min().orElse(0);
    int negativeOffset = Arrays.stream(negative).min().orElse(0);
    return new ExponentialBuckets(
        summary(sorted),
        scale,
        Arrays.stream(sorted).filter(v -> v == 0).count(),
        positiveOffset,
        counts(positive, positiveOffset),
        negativeOffset,
        counts(negative, negativeOffset));
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 0, 3, 6})
  void exponentialBucketsTellThemToABucketsWidth(int scale) {
    var random = new Random(scale);
    double[] values = new double[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(random.nextGaussian() * 3);
    }
    Arrays.sort(values);
    Quantiles quantiles = Quantiles.of(exponential(values, scale));
    double base = Math.pow(2, Math.scalb(1.0, -scale));
    for (double quantile : QUANTILES) {
      double exact = exact(values, quantile);
      assertThat(quantiles.estimate(quantile))
          .as("p%s", quantile)
          .isBetween(Math.max(exact / base, values[0]), exact * base);
    }
    assertThat(quantiles.estimate(1)).isLessThanOrEqualTo(values[values.length - 1]);
  }

  @Test
  void valuesBelowZeroComeFirst() {
    double[] values = {-100, -10, -1.5, 0, 0, 0, 1.5, 3, 20, 500};
    Quantiles quantiles = Quantiles.of(exponential(values, 5));
    double width = Math.pow(2, 1 / 32.0) - 1;
    assertThat(quantiles.estimate(0.1)).isCloseTo(-100, within(100 * width));
    assertThat(quantiles.estimate(0.2)).isCloseTo(-10, within(10 * width));
    assertThat(quantiles.estimate(0.5)).isZero();
    assertThat(quantiles.estimate(0.9)).isCloseTo(20, within(20 * width));
    assertThat(quantiles.estimate(1)).isCloseTo(500, within(500 * width));
  }

  @Test
  void extremesOfDoublesAreNoTrouble() {
    var summary = new Summary(3, 1, Double.MIN_VALUE, Double.MAX_VALUE);
    Quantiles quantiles =
        Quantiles.of(
            new ExponentialBuckets(summary, -10, 0, -2, List.of(2L, 1L, 0L), 0, List.of()));
    assertThat(quantiles.estimate(0.5)).isBetween(Double.MIN_VALUE, Double.MAX_VALUE);
    assertThat(quantiles.estimate(1)).isBetween(Double.MIN_VALUE, Double.MAX_VALUE);
  }

  @Test
  void explicitBucketsTellThemToABucketsWidth() {
    var random = new Random(1);
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() * 100;
    }
    Arrays.sort(values);
    List<Double> bounds = List.of(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
    Long[] counts = new Long[10];
    Arrays.fill(counts, 0L);
    for (double value : values) {
      counts[(int) Math.ceil(value / 10) - 1]++;
    }
    Quantiles quantiles = Quantiles.of(new Buckets(summary(values), bounds, List.of(counts)));
    for (double quantile : QUANTILES) {
      assertThat(quantiles.estimate(quantile))
          .as("p%s", quantile)
          .isCloseTo(exact(values, quantile), within(10.0));
    }
    assertThat(quantiles.estimate(1)).isEqualTo(values[values.length - 1]);
  }

  @Test
  void oneValueIsItself() {
    var summary = new Summary(1, 7, 7, 7);
    assertThat(Quantiles.of(new Buckets(summary, List.of(), List.of(1L))).estimate(0.5))
        .isEqualTo(7);
    assertThat(Quantiles.of(exponential(new double[] {7}, 0)).estimate(0.5)).isEqualTo(7);
  }
}
