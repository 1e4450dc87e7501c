package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaTopology;
import io.numetry.numa.PlacementException;
import io.numetry.numa.topology.HostTopology;
import java.util.List;
import java.util.Optional;

/**
 * Which CPU each core, aggregator and network thread is to have, and why. Immutable.
 *
 * @param strategy the name of the strategy that decided
 * @param request what was asked for
 * @param cores in the order of their indexes
 * @param aggregators one for each node that has a core
 * @param network for all threads that send and receive
 * @param notes what is less than asked for, assumed or odd
 */
public record PlacementPlan(
    String strategy,
    PlacementRequest request,
    List<PlannedCore> cores,
    List<PlannedService> aggregators,
    PlannedService network,
    List<String> notes) {

  public PlacementPlan {
    cores = List.copyOf(cores);
    aggregators = List.copyOf(aggregators);
    notes = List.copyOf(notes);
  }

  /**
   * Plans by {@link PlacementStrategy#numaPacking()}.
   *
   * @throws PlacementException if the request cannot be met; the message says which CPUs are
   *     missing and why
   */
  public static PlacementPlan of(PlacementRequest request, NumaTopology topology) {
    return of(request, topology.host(), PlacementStrategy.numaPacking());
  }

  /**
   * Plans by a strategy, and checks what it proposes.
   *
   * @throws PlacementException if the request cannot be met, or the strategy proposes what cannot
   *     be
   */
  public static PlacementPlan of(
      PlacementRequest request, HostTopology host, PlacementStrategy strategy) {
    PlacementPlan plan = strategy.propose(request, host);
    PlanCheck.check(plan, request, host);
    return plan;
  }

  /** The CPUs that cores run on. */
  public CpuSet coreCpus() {
    return CpuSet.of(cores.stream().mapToInt(PlannedCore::cpu).toArray());
  }

  /** The nodes that have a core, in the order they were chosen. */
  public List<Integer> nodes() {
    return cores.stream().map(PlannedCore::node).distinct().toList();
  }

  /** The cores of one node. */
  public List<PlannedCore> coresOn(int node) {
    return cores.stream().filter(core -> core.node() == node).toList();
  }

  /** Where a node's aggregator is to run; empty if the node has no core. */
  public Optional<PlannedService> aggregatorOf(int node) {
    return aggregators.stream().filter(service -> service.node().orElse(-1) == node).findFirst();
  }

  /** The whole plan as text for people, a line a thread. */
  public String explain() {
    return PlanText.of(this);
  }
}
