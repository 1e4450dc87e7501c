package io.numetry.examples.features;

import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.spool.SpoolOptions;
import java.nio.file.Path;
import java.time.Duration;

/** What the collector does not take for long waits on disk. */
final class Spooled {
  private Spooled() {}

  // guide: spool
  static OtlpMetricExporter withSpool(Path folder) {
    return OtlpMetricExporter.builder()
        .spool(SpoolOptions.builder(folder).after(Duration.ofSeconds(30)).build())
        .build();
  }
  // guide: end
}
