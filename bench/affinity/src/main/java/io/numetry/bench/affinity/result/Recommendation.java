package io.numetry.bench.affinity.result;

import java.util.List;

/**
 * Where to put things.
 *
 * @param housekeeping CPUs to keep free of cores, in the kernel's list format; empty for none
 * @param cores CPUs for cores, the same way
 * @param aggregators where each node's aggregator goes
 * @param because why, a sentence each
 * @param code Java that asks for it
 * @param explained the plan in words, a line a thread
 */
public record Recommendation(
    String housekeeping,
    String cores,
    List<NodeAggregator> aggregators,
    List<String> because,
    String code,
    String explained) {

  /**
   * Where one aggregator goes.
   *
   * @param cpus in the kernel's list format; empty if it is not pinned
   */
  public record NodeAggregator(int node, String cpus) {}

  public Recommendation {
    aggregators = List.copyOf(aggregators);
    because = List.copyOf(because);
  }
}
