package io.numetry.placement;

import io.numetry.numa.NumaSystem;
import io.numetry.numa.doctor.Finding;
import io.numetry.numa.doctor.PlacementReport;
import io.numetry.numa.doctor.Severity;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadState;
import io.numetry.numa.placement.PlacementPlan;
import java.util.ArrayList;
import java.util.List;

/** Makes reports: what can be seen, and what the process alone knows of how it was placed. */
final class Reports {

  private final NumaSystem numa;
  private final PlacementOptions options;
  private final MemoryRegister memory;
  private final Refusals refusals;

  Reports(NumaSystem numa, PlacementOptions options, MemoryRegister memory, Refusals refusals) {
    this.numa = numa;
    this.options = options;
    this.memory = memory;
    this.refusals = refusals;
  }

  PlacementReport of(List<ThreadState> threads, List<RangeState> ranges) {
    List<Finding> known = new ArrayList<>();
    unbound(known);
    refused(known);
    if (numa.currentKernelThread().isEmpty()) {
      known.add(
          new Finding(
              Severity.NOTE, "threads", "unknown, this platform does not tell their numbers", ""));
    }
    return PlacementReport.of(
        ProcessHandle.current().pid(),
        options.plan().map(PlacementPlan::explain),
        numa.topology().host(),
        threads,
        ranges,
        known);
  }

  private void unbound(List<Finding> all) {
    String why = numa.degradedReason().orElse("the kernel refused");
    memory
        .unbound()
        .forEach(
            range ->
                all.add(
                    new Finding(
                        Severity.WARNING,
                        range.kind() + " of " + range.owner(),
                        "is not bound to node "
                            + range.node()
                            + ", its pages lie where they were touched first: "
                            + why,
                        "put right what is named")));
  }

  private void refused(List<Finding> all) {
    memory
        .shortfalls()
        .forEach(
            shortfall ->
                all.add(
                    new Finding(
                        Severity.NOTE,
                        "memory options",
                        shortfall,
                        "put right what is named, or do without")));
    refusals
        .all()
        .forEach(
            refusal ->
                all.add(
                    new Finding(
                        Severity.WARNING,
                        "pinning",
                        refusal,
                        "put right what is named, and open it anew")));
  }
}
