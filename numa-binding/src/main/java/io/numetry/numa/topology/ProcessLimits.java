package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.List;
import java.util.Optional;

/**
 * What keeps this process to a part of the host. A CPU is allowed if every limit leaves it.
 *
 * @param cpus limits of CPUs, the scheduler's first
 * @param memory limits of nodes to take pages from
 */
public record ProcessLimits(List<Limit> cpus, List<Limit> memory) {

  static final ProcessLimits NONE = new ProcessLimits(List.of(), List.of());

  public ProcessLimits {
    cpus = List.copyOf(cpus);
    memory = List.copyOf(memory);
  }

  /**
   * The limit that leaves a CPU out, a control group rather than the affinity that follows from it;
   * empty if none does.
   */
  public Optional<Limit> forbiddingCpu(int cpu) {
    return forbidding(cpus, cpu);
  }

  /** As {@link #forbiddingCpu}, for a node's memory. */
  public Optional<Limit> forbiddingMemory(int node) {
    return forbidding(memory, node);
  }

  private static Optional<Limit> forbidding(List<Limit> limits, int number) {
    return limits.stream()
        .filter(limit -> !limit.numbers().contains(number))
        .reduce((first, second) -> second);
  }

  /** What all of the limits leave of a set. */
  static CpuSet within(List<Limit> limits, CpuSet all) {
    return limits.stream().map(Limit::numbers).reduce(all, CpuSet::intersect);
  }
}
