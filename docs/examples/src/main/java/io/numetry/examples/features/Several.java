package io.numetry.examples.features;

import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.spool.SpoolOptions;
import java.nio.file.Path;

/** More than one destination at a time. */
final class Several {
  private Several() {}

  // guide: several
  /** Deltas to one backend, cumulative points to another: each is delivered by itself. */
  static TelemetryBuilder toTwoBackends(Path spools) {
    return Telemetry.builder()
        .exporter(
            OtlpMetricExporter.builder()
                .endpoint("http://analytics:4318")
                .temporality(TemporalityPreference.DELTA)
                .spool(SpoolOptions.builder(spools.resolve("analytics")).build())
                .build())
        .exporter(
            OtlpMetricExporter.builder().endpoint("http://prometheus:9090/api/v1/otlp").build());
  }
  // guide: end
}
