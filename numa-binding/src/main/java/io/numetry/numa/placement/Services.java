package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.CacheGroup;
import io.numetry.numa.topology.HostNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds CPUs for the threads that serve the cores. */
final class Services {

  private final CpuFacts facts;
  private final Housekeeping kept;
  private final CpuSet cores;
  private final List<Integer> nodes;

  /**
   * @param nodes that have a core
   */
  Services(CpuFacts facts, Housekeeping kept, CpuSet cores, List<Integer> nodes) {
    this.facts = facts;
    this.kept = kept;
    this.cores = cores;
    this.nodes = nodes;
  }

  List<PlannedService> aggregators() {
    return nodes.stream().map(this::aggregator).toList();
  }

  PlannedService network() {
    if (kept.byNode().isEmpty()) {
      CpuSet cpus =
          nodes.stream().map(node -> free(node).cpus()).reduce(CpuSet.of(), CpuSet::union);
      return service(OptionalInt.empty(), cpus, "where the aggregators run, no CPU is kept free");
    }
    List<Integer> near = nodes.stream().map(this::keeper).distinct().toList();
    CpuSet own = near.stream().map(this::networkPart).reduce(CpuSet.of(), CpuSet::union);
    if (!own.isEmpty()) {
      return service(OptionalInt.empty(), own, "kept free of cores, beside the aggregators' CPUs");
    }
    CpuSet shared = near.stream().map(kept::on).reduce(CpuSet.of(), CpuSet::union);
    return service(OptionalInt.empty(), shared, "kept free of cores, shared with aggregators");
  }

  private PlannedService aggregator(int node) {
    OptionalInt served = OptionalInt.of(node);
    if (kept.byNode().isEmpty()) {
      Free free = free(node);
      return service(served, free.cpus(), free.reason());
    }
    int keeper = keeper(node);
    CpuSet cpus = kept.on(keeper).minus(networkPart(keeper));
    return service(
        served,
        cpus,
        keeper == node
            ? "kept free of cores on its node" + cacheShared(cpus, node)
            : "node "
                + node
                + " keeps none, nearest is node "
                + keeper
                + ", distance="
                + distance(node, keeper));
  }

  private String cacheShared(CpuSet cpus, int node) {
    CpuSet own = cores.intersect(facts.host().node(node).map(HostNode::cpus).orElse(CpuSet.of()));
    Optional<CacheGroup> cache = facts.cache(cpus.first());
    boolean shared = cache.isPresent() && !cache.get().cpus().intersect(own).isEmpty();
    return shared ? ", sharing the last-level cache with cores" : "";
  }

  /** The nearest node that keeps CPUs: itself, if it does. */
  private int keeper(int node) {
    return facts.host().distances().nearestFirst(node, kept.byNode().keySet()).getFirst();
  }

  /** All but the first CPU that a node keeps; the aggregator has that one for itself. */
  private CpuSet networkPart(int node) {
    CpuSet own = kept.on(node);
    return own.size() < 2 ? CpuSet.of() : own.minus(CpuSet.of(own.first()));
  }

  private String distance(int from, int to) {
    OptionalInt distance = facts.host().distances().between(from, to);
    return distance.isPresent() ? String.valueOf(distance.getAsInt()) : "unknown";
  }

  private record Free(CpuSet cpus, String reason) {}

  /** Where no CPU is kept: what cores leave, near before far, then what they do not leave. */
  private Free free(int node) {
    CpuSet quiet = facts.host().quietCpus();
    CpuSet own = pinnableOn(node).minus(quiet);
    CpuSet left = own.minus(cores);
    CpuSet siblings =
        cores.stream().mapToObj(facts::physicalCore).reduce(CpuSet.of(), CpuSet::union);
    List<Free> wishes = new ArrayList<>();
    wishes.add(new Free(left.minus(siblings), "no core runs on these physical cores of its node"));
    wishes.add(new Free(left, "no core runs on these, but on their siblings"));
    List<Integer> others = facts.host().nodes().stream().map(HostNode::id).toList();
    for (int other : facts.host().distances().nearestFirst(node, others)) {
      wishes.add(
          new Free(
              pinnableOn(other).minus(quiet).minus(cores),
              "cores have all of node "
                  + node
                  + ", nearest with a free CPU is node "
                  + other
                  + ", distance="
                  + distance(node, other)));
    }
    wishes.add(new Free(own, "shared with cores, nothing else is left"));
    wishes.add(
        new Free(
            facts.host().pinnableCpus().minus(quiet), "shared with cores, its node is isolated"));
    return Stream.concat(
            wishes.stream().filter(wish -> !wish.cpus().isEmpty()),
            Stream.of(new Free(CpuSet.of(), "every CPU allowed is isolated")))
        .findFirst()
        .orElseThrow();
  }

  private CpuSet pinnableOn(int node) {
    return facts.pinnableOn(Objects.requireNonNull(facts.host().node(node).orElse(null)));
  }

  private PlannedService service(OptionalInt node, CpuSet cpus, String reason) {
    return new PlannedService(node, cpus, !cpus.intersect(cores).isEmpty(), reason);
  }
}
