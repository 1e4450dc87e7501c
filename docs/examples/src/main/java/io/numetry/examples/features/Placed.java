package io.numetry.examples.features;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.MemoryOptions;
import io.numetry.numa.doctor.Finding;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.placement.PlacementPolicy;
import io.numetry.placement.PlacementSubject;
import java.util.function.Consumer;

/** An engine whose threads run where a plan says. */
final class Placed {
  private Placed() {}

  // guide: placement
  static Telemetry start(TelemetryBuilder telemetry, int threads) {
    return telemetry
        .placement(PlacementRequest.coreCount(threads).withHousekeepingPerNode(1))
        .start(); // a plan that cannot be is an error here, before any thread runs
  }

  /** On each of the engine's threads. */
  static TelemetryCore open(Telemetry telemetry) {
    return telemetry.openCore(CoreOptions.planned()); // the next core of the plan
  }

  // guide: end

  // guide: placement policies
  static void policies(TelemetryBuilder telemetry) {
    telemetry
        .placementPolicy(PlacementSubject.MEMORY, PlacementPolicy.STRICT) // verified, or an error
        .placementPolicy(PlacementSubject.CORES, PlacementPolicy.BEST_EFFORT)
        .bankMemory(MemoryOptions.NONE.withLocking(MemoryOptions.Locking.AS_TOUCHED));
  }

  // guide: end

  // guide: placement report
  static void tell(Telemetry telemetry, Consumer<String> operator) {
    if (!telemetry.placement().asPlanned()) {
      for (Finding finding : telemetry.placement().findings()) {
        operator.accept(finding.subject() + ": " + finding.found() + "; " + finding.advice());
      }
    }
  }
  // guide: end
}
