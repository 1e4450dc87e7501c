package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.PlacementException;
import io.numetry.numa.placement.CoreChoice.CoreCount;
import io.numetry.numa.placement.CoreChoice.CoreSet;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.List;

/** Checks that a plan can be carried out and is what was asked for, whoever made it. */
final class PlanCheck {

  private final PlacementPlan plan;
  private final PlacementRequest request;
  private final HostTopology host;

  private PlanCheck(PlacementPlan plan, PlacementRequest request, HostTopology host) {
    this.plan = plan;
    this.request = request;
    this.host = host;
  }

  /**
   * @throws PlacementException if not
   */
  static void check(PlacementPlan plan, PlacementRequest request, HostTopology host) {
    PlanCheck check = new PlanCheck(plan, request, host);
    check.cores();
    check.choice();
    check.aggregators();
    plan.aggregators().forEach(check::service);
    check.service(plan.network());
  }

  private void cores() {
    require(!plan.cores().isEmpty(), "no core");
    CpuSet taken = CpuSet.of();
    for (PlannedCore core : plan.cores()) {
      int cpu = core.cpu();
      require(core.index() == taken.size(), "core index=" + core.index() + " out of order");
      require(!taken.contains(cpu), "cpu=" + cpu + " twice");
      host.whyNotPinnable(cpu).ifPresent(why -> require(false, "cpu=" + cpu + " that " + why));
      require(
          host.node(core.node()).map(HostNode::cpus).orElse(CpuSet.of()).contains(cpu),
          "cpu=" + cpu + " on node=" + core.node() + ", where it is not");
      taken = taken.union(CpuSet.of(cpu));
    }
    CpuSet kept = taken.intersect(request.housekeepingCpus().orElse(CpuSet.of()));
    require(kept.isEmpty(), "cores on cpus=" + kept + " that are for housekeeping");
  }

  private void choice() {
    int cores = plan.cores().size();
    if (request.cores() instanceof CoreCount count) {
      require(
          cores == count.cores() || (request.bestEffort() && cores < count.cores()),
          "cores=" + cores + " for " + count);
    }
    if (request.cores() instanceof CoreSet set) {
      require(
          set.cpus().containsAll(plan.coreCpus())
              && (request.bestEffort() || cores == set.cpus().size()),
          "cpus=" + plan.coreCpus() + " for " + set);
    }
  }

  private void aggregators() {
    List<Integer> served =
        plan.aggregators().stream().map(service -> service.node().orElse(-1)).sorted().toList();
    require(
        served.equals(plan.nodes().stream().sorted().toList()),
        "aggregators for nodes=" + served + " and cores on nodes=" + plan.nodes());
  }

  private void service(PlannedService service) {
    CpuSet refused = service.cpus().minus(host.allowedCpus());
    require(refused.isEmpty(), "housekeeping on cpus=" + refused + " that are not allowed");
    CpuSet isolated = service.cpus().intersect(host.quietCpus());
    require(isolated.isEmpty(), "housekeeping on isolated cpus=" + isolated);
    boolean shared = !service.cpus().intersect(plan.coreCpus()).isEmpty();
    require(
        shared == service.sharedWithCores(),
        "housekeeping on cpus=" + service.cpus() + " with sharedWithCores=" + !shared);
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      throw new PlacementException(
          "placement: strategy=" + plan.strategy() + " proposes " + what + "; mend the strategy");
    }
  }
}
