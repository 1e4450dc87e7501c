package io.numetry.bench.suite.result;

import java.util.List;

/**
 * A figure that JMH has no part in.
 *
 * @param name {@code subject#what}
 * @param more true if more is better
 * @param values of each round, one at least
 */
public record Figure(String name, String unit, boolean more, List<Double> values) {
  public Figure {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("figure: name=" + name + " has no values");
    }
    values = List.copyOf(values);
  }

  /** The middle one. */
  public double median() {
    double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Half of what lies between the least and the greatest. */
  public double spread() {
    double least = values.stream().mapToDouble(d -> d).min().orElse(0);
    double greatest = values.stream().mapToDouble(d -> d).max().orElse(0);
    return (greatest - least) / 2;
  }
}
