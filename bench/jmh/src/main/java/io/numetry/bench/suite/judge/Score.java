package io.numetry.bench.suite.judge;

import java.util.List;

/**
 * A figure by its name.
 *
 * @param error absolute: half of JMH's interval of 99.9 %, or half of the range of rounds; NaN if
 *     there is none
 * @param unit without "per operation"
 * @param more true if more is better
 * @param samples a figure of each virtual machine
 */
public record Score(double value, double error, String unit, boolean more, List<Double> samples) {
  public Score {
    samples = List.copyOf(samples);
  }

  public double relativeError() {
    return error / value;
  }
}
