package io.numetry.bench.suite.compare;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Welch's t-test of the logarithms of two samples: their spreads may differ, and a ratio is as far
 * from one as its inverse.
 *
 * @param ratio of the geometric means, second to first
 * @param resolution half of the interval of 95 % around the ratio, relative to it
 * @param chance of a difference like this one, or a larger, if there were none
 * @see <a href="https://en.wikipedia.org/wiki/Welch%27s_t-test">Welch's t-test</a>
 */
record WelchTest(double ratio, double resolution, double chance) {
  private static final double TWO_SIDED_95 = 0.975;

  /** Samples that a clock has made equal have some spread all the same. */
  private static final double LEAST_VARIANCE = 1e-12;

  /**
   * Compares.
   *
   * @param before two values at least, all above zero
   * @param after the same
   */
  static WelchTest of(List<Double> before, List<Double> after) {
    double difference = mean(after) - mean(before);
    double first = variance(before) / before.size();
    double second = variance(after) / after.size();
    double error = Math.sqrt(first + second);
    double freedom =
        (first + second)
            * (first + second)
            / (first * first / (before.size() - 1) + second * second / (after.size() - 1));
    var student = new TDistribution(freedom);
    double chance = 2 * student.cumulativeProbability(-Math.abs(difference) / error);
    double half = student.inverseCumulativeProbability(TWO_SIDED_95) * error;
    return new WelchTest(Math.exp(difference), Math.expm1(half), chance);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Math::log).average().orElseThrow();
  }

  private static double variance(List<Double> values) {
    double mean = mean(values);
    double squares =
        values.stream().mapToDouble(value -> Math.pow(Math.log(value) - mean, 2)).sum();
    return Math.max(LEAST_VARIANCE, squares / (values.size() - 1));
  }
}
