package io.numetry.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaTopology;
import io.numetry.numa.placement.PlacementPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The CPUs that pinned cores have, which others are to keep off. For any thread. */
final class PinnedCpus {
  private final Optional<PlacementPlan> plan;

  /** Nothing keeps two cores from being pinned to one CPU. */
  private final Map<Integer, Integer> coresByCpu = new HashMap<>();

  /** Goes up with each change; so that a look at it tells whether anything has changed. */
  private volatile int version;

  PinnedCpus(Optional<PlacementPlan> plan) {
    this.plan = plan;
  }

  int version() {
    return version;
  }

  synchronized void add(CpuSet cpus) {
    cpus.stream().forEach(cpu -> coresByCpu.merge(cpu, 1, Integer::sum));
    bump(cpus);
  }

  synchronized void remove(CpuSet cpus) {
    cpus.stream().forEach(cpu -> coresByCpu.merge(cpu, -1, PinnedCpus::sumOrNone));
    bump(cpus);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under this object's lock
  private void bump(CpuSet cpus) {
    if (!cpus.isEmpty()) {
      version++;
    }
  }

  @SuppressWarnings("NullAway") // null takes the mapping away
  private static Integer sumOrNone(int one, int other) {
    return one + other == 0 ? null : one + other;
  }

  /**
   * Where a node's aggregator is to run: where the plan says; if that says nothing of the node, on
   * the node's CPUs that no core has or is promised, or on all of them if none is left.
   *
   * @return none to leave the aggregator to the scheduler
   */
  CpuSet ofAggregator(int node, NumaTopology topology) {
    Optional<CpuSet> planned = plan.flatMap(made -> made.aggregatorOf(node)).map(s -> s.cpus());
    if (planned.isPresent()) {
      return planned.get();
    }
    CpuSet own = topology.node(node).cpus();
    CpuSet all = own.isEmpty() ? topology.allowedCpus() : own;
    CpuSet left = all.minus(plan.map(PlacementPlan::coreCpus).orElse(CpuSet.of())).minus(taken());
    return left.isEmpty() ? all : left;
  }

  private synchronized CpuSet taken() {
    return CpuSet.of(coresByCpu.keySet().stream().mapToInt(cpu -> cpu).toArray());
  }
}
