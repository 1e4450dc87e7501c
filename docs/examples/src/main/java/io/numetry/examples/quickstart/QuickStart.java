package io.numetry.examples.quickstart;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryGuard;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.placement.PlacementRequest;

/** Records on one pinned core, and sends to where the environment says. */
public final class QuickStart {
  private QuickStart() {}

  public static void main(String[] arguments) {
    // readme: start
    try (TelemetryGuard guard =
        TelemetryGuard.fromEnvironment( // OTEL_METRICS_EXPORTER, ...
            options -> options.placement(PlacementRequest.coreCount(1)))) {
      match(guard.telemetry(), 1_000_000);
    }
    // readme: end
  }

  // readme: use
  /** An engine thread's life: it owns a core, records, and polls in its duty cycle. */
  static void match(Telemetry telemetry, int orders) {
    CoreOptions place = CoreOptions.planned().named("matcher"); // or pinned(2), or floating()
    try (TelemetryCore core = telemetry.openCore(place)) {
      OrderMetricsSet metrics = core.register(OrderMetricsSet.TYPE);
      for (int order = 0; order < orders; order++) {
        long start = System.nanoTime();
        // ... the engine's work ...
        metrics.addAccepted(1);
        metrics.setBookDepth(orders - order - 1);
        metrics.recordMatchTime((System.nanoTime() - start) * 1e-9);
        core.poll(); // a nanosecond, unless a snapshot is due
      }
    }
  }
  // readme: end
}
