package io.numetry.numa.placement;

import java.util.Locale;

/** Writes a plan for people. */
final class PlanText {

  private PlanText() {}

  static String of(PlacementPlan plan) {
    StringBuilder text = new StringBuilder();
    text.append(
        "placement by %s: asked for %s, cores=%d on nodes=%s%n"
            .formatted(plan.strategy(), plan.request().cores(), plan.cores().size(), plan.nodes()));
    for (PlannedCore core : plan.cores()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  core %-3d cpu %-4d node %-3d %s%n",
              core.index(),
              core.cpu(),
              core.node(),
              core.reason()));
    }
    for (PlannedService aggregator : plan.aggregators()) {
      text.append(service("aggregator of node " + aggregator.node().orElseThrow(), aggregator));
    }
    text.append(service("network threads", plan.network()));
    plan.notes()
        .forEach(note -> text.append("  note: ").append(note).append(System.lineSeparator()));
    return text.toString();
  }

  private static String service(String name, PlannedService service) {
    return "  %s: %s, %s%n"
        .formatted(
            name,
            service.cpus().isEmpty() ? "not pinned" : "cpus " + service.cpus(),
            service.reason());
  }
}
