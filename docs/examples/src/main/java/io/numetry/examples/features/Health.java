package io.numetry.examples.features;

import io.numetry.Telemetry;
import io.numetry.health.ExporterHealth;
import io.numetry.health.TelemetryHealth;

/** Answers a health check. */
final class Health {
  private Health() {}

  // guide: health
  /** For an endpoint of one's own: any thread may ask, and waits for nothing. */
  static String answer(Telemetry telemetry) {
    TelemetryHealth health = telemetry.health();
    for (ExporterHealth exporter : health.exporters()) {
      exporter
          .waitingSince()
          .ifPresent(since -> System.err.println("no metrics get through since " + since));
    }
    return health.toJson(); // {"healthy":true,"exporters":[...],"aggregators":[...]}
  }
  // guide: end
}
