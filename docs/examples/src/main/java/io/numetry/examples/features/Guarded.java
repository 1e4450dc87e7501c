package io.numetry.examples.features;

import io.numetry.Telemetry;
import io.numetry.TelemetryGuard;
import io.numetry.aggregate.AggregationLevel;
import io.numetry.exporter.console.ConsoleFormat;
import io.numetry.exporter.console.ConsoleMetricExporter;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;

/** Telemetry that starts and ends with the process. */
final class Guarded {
  private Guarded() {}

  // guide: guard
  static void run(Consumer<Telemetry> engine) {
    try (TelemetryGuard guard =
        TelemetryGuard.fromEnvironment(
            options -> options.level(AggregationLevel.PROCESS).serviceName("gateway"))) {
      engine.accept(guard.telemetry()); // works whether anything is sent or not
    }
  }

  // guide: end

  // guide: console
  static Telemetry toConsole(PrintStream out) {
    return Telemetry.builder()
        .interval(Duration.ofSeconds(5))
        .exporter(
            ConsoleMetricExporter.builder().format(ConsoleFormat.TABLE).width(160).out(out).build())
        .start();
  }
  // guide: end
}
