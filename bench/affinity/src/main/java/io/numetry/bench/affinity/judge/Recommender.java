package io.numetry.bench.affinity.judge;

import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Recommendation;
import io.numetry.bench.affinity.result.Recommendation.NodeAggregator;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.result.Scenario;
import io.numetry.bench.support.report.Figures;
import io.numetry.numa.CpuSet;
import io.numetry.numa.PlacementException;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.numa.placement.PlacementStrategy;
import io.numetry.numa.topology.HostTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recommends a placement: housekeeping as the figures want it, the rest as plans are made. */
public final class Recommender {

  private Recommender() {}

  public static Recommendation recommend(HostTopology host, AffinityResult result) {
    RelationCosts costs = new RelationCosts(result.aggregators());
    Housekeeping kept = Housekeeping.choose(host, costs.siblingCosts());
    List<String> because = new ArrayList<>();
    because.addAll(reasons(result, costs));
    because.addAll(kept.notes());
    // All cores are one a physical core, and none beside housekeeping: such CPUs are named.
    PlacementRequest request =
        kept.sharesCores() ? PlacementRequest.coreSet(kept.cores()) : PlacementRequest.allCores();
    String code =
        kept.sharesCores()
            ? "PlacementRequest.coreSet(\"" + kept.cores() + "\")"
            : "PlacementRequest.allCores()";
    if (!kept.cpus().isEmpty()) {
      request = request.withHousekeeping(kept.cpus());
      code += "\n        .withHousekeeping(CpuSet.parse(\"" + kept.cpus() + "\"))";
    }
    code =
        "Telemetry telemetry = Telemetry.builder()\n    .placement("
            + code
            + ")\n    .start();\ntelemetry.plan().ifPresent(plan -> System.out.print(plan.explain()));";
    try {
      PlacementPlan plan = PlacementPlan.of(request, host, PlacementStrategy.numaPacking());
      return new Recommendation(
          kept.cpus().toString(),
          plan.coreCpus().toString(),
          plan.aggregators().stream()
              .map(a -> new NodeAggregator(a.node().orElse(-1), a.cpus().toString()))
              .toList(),
          because,
          code,
          plan.explain());
    } catch (PlacementException e) {
      because.add("There is no such plan: " + e.getMessage());
      return new Recommendation(
          kept.cpus().toString(), CpuSet.of().toString(), List.of(), because, code, "");
    }
  }

  private static List<String> reasons(AffinityResult result, RelationCosts costs) {
    List<String> reasons = new ArrayList<>();
    Relation best = costs.bestFirst().getFirst();
    costs
        .of(best)
        .ifPresent(
            cost ->
                reasons.add(
                    (costs.haveChoice()
                            ? "The best place for an aggregator is "
                            : "The one place measured for an aggregator is ")
                        + place(best)
                        + ": while it drains, the owner's turns take "
                        + Figures.longer(cost.slowdown())
                        + ", and a flip is drained after "
                        + Figures.nanos(cost.latencyNanos())
                        + "."));
    costs
        .of(Relation.SIBLING)
        .filter(cost -> best != Relation.SIBLING)
        .ifPresent(
            cost ->
                reasons.add(
                    "With the aggregator on the owner's SMT sibling they take "
                        + Figures.longer(cost.slowdown())
                        + ", so "
                        + (costs.siblingCosts()
                            ? "whole physical cores are kept free."
                            : "a single hardware thread of a core is enough.")));
    if (best == Relation.SIBLING && !costs.siblingCosts()) {
      reasons.add(
          "So a single hardware thread of each node is kept free, and no physical core is lost.");
    }
    costs
        .of(Relation.OTHER_NODE)
        .ifPresent(
            cost ->
                reasons.add(
                    "From another node they take "
                        + Figures.longer(cost.slowdown())
                        + ", and a flip "
                        + Figures.nanos(cost.latencyNanos())
                        + ": each node keeps a CPU of its own."));
    Optional<Jitter> off = result.jitter(Scenario.OFF_PINNED);
    Optional<Jitter> same = result.jitter(Scenario.ON_SAME_CPU);
    if (off.isPresent() && same.isPresent()) {
      reasons.add(
          "On the owner's own CPU the aggregator makes the longest turn "
              + Figures.nanos(same.get().max())
              + " (without telemetry "
              + Figures.nanos(off.get().max())
              + ").");
    }
    return reasons;
  }

  private static String place(Relation relation) {
    return switch (relation) {
      case SIBLING -> "the owner's SMT sibling";
      case SAME_CACHE -> "another physical core that shares the owner's last-level cache";
      case SAME_NODE -> "another physical core of the owner's node";
      case OTHER_NODE -> "another node";
    };
  }
}
