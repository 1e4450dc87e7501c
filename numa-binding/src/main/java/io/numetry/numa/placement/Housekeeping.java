package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.PlacementException;
import io.numetry.numa.topology.CacheGroup;
import io.numetry.numa.topology.HostNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The CPUs that no core gets.
 *
 * @param byNode for nodes that keep some, those that threads may run on
 * @param all those and any that were listed and cannot be used for it
 * @param notes what of the request was left out
 */
record Housekeeping(Map<Integer, CpuSet> byNode, CpuSet all, List<String> notes) {

  static final Housekeeping NONE = new Housekeeping(Map.of(), CpuSet.of(), List.of());

  CpuSet on(int node) {
    return byNode.getOrDefault(node, CpuSet.of());
  }

  /**
   * @param cores CPUs that cores have been promised already
   */
  static Housekeeping choose(PlacementRequest request, CpuFacts facts, CpuSet cores) {
    return request
        .housekeepingCpus()
        .map(list -> listed(list, request, facts))
        .orElseGet(() -> counted(request, facts, cores));
  }

  private static Housekeeping listed(CpuSet list, PlacementRequest request, CpuFacts facts) {
    List<String> refusals = new ArrayList<>();
    list.stream()
        .forEach(
            cpu ->
                facts
                    .host()
                    .whyNotPinnable(cpu)
                    .or(
                        () ->
                            facts.quiet(cpu)
                                ? Optional.of("is isolated, and isolated CPUs are for cores")
                                : Optional.empty())
                    .ifPresent(why -> refusals.add("cpu=" + cpu + " " + why)));
    CpuSet left = list.intersect(facts.host().pinnableCpus()).minus(facts.host().quietCpus());
    if (!refusals.isEmpty() && !request.bestEffort()) {
      CpuSet possible = facts.host().pinnableCpus().minus(facts.host().quietCpus());
      throw new PlacementException(
          "placement: housekeeping="
              + list
              + " cannot be had, "
              + String.join(", ", refusals)
              + "; write CPUs of "
              + (possible.isEmpty() ? "none" : possible));
    }
    Map<Integer, CpuSet> byNode = new TreeMap<>();
    for (HostNode node : facts.host().nodes()) {
      CpuSet own = facts.pinnableOn(node).intersect(left);
      if (!own.isEmpty()) {
        byNode.put(node.id(), own);
      }
    }
    return new Housekeeping(
        byNode, list, refusals.stream().map(why -> "housekeeping: " + why + ", left out").toList());
  }

  private static Housekeeping counted(PlacementRequest request, CpuFacts facts, CpuSet cores) {
    Map<Integer, CpuSet> byNode = new TreeMap<>();
    for (HostNode node : facts.host().nodes()) {
      CpuSet possible = facts.pinnableOn(node).minus(facts.host().quietCpus()).minus(cores);
      int[] chosen =
          order(possible, likelyCore(node, request, facts, cores), facts)
              .limit(request.housekeepingPerNode())
              .mapToInt(cpu -> cpu)
              .toArray();
      if (chosen.length > 0) {
        byNode.put(node.id(), CpuSet.of(chosen));
      }
    }
    CpuSet all = byNode.values().stream().reduce(CpuSet.of(), CpuSet::union);
    return new Housekeeping(byNode, all, List.of());
  }

  /**
   * CPUs near a core that they will serve first, and efficiency cores before others. Siblings stay
   * together, so that few physical cores are lost.
   */
  private static Stream<Integer> order(
      CpuSet possible, Optional<CacheGroup> cache, CpuFacts facts) {
    return possible.stream()
        .boxed()
        .sorted(
            Comparator.comparing((Integer cpu) -> !facts.cache(cpu).equals(cache))
                .thenComparing(cpu -> !facts.slow(cpu))
                .thenComparingInt(cpu -> facts.physicalCore(cpu).first())
                .thenComparingInt(cpu -> cpu));
  }

  /** The last-level cache of the CPU that a node's first core will have. */
  private static Optional<CacheGroup> likelyCore(
      HostNode node, PlacementRequest request, CpuFacts facts, CpuSet cores) {
    CpuSet promised = cores.intersect(node.cpus());
    boolean quietFirst = request.isolated() == IsolatedUse.FIRST;
    return (promised.isEmpty() ? facts.pinnableOn(node) : promised)
        .stream()
            .boxed()
            .min(
                Comparator.comparing((Integer cpu) -> quietFirst && !facts.quiet(cpu))
                    .thenComparing(facts::slow)
                    .thenComparingInt(cpu -> cpu))
            .flatMap(facts::cache);
  }
}
