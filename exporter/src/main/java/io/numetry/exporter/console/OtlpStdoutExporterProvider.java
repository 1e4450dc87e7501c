package io.numetry.exporter.console;

import io.numetry.config.Environment;
import io.numetry.export.MetricExporter;
import io.numetry.export.MetricExporterProvider;
import java.time.Duration;

/**
 * Makes the exporter for {@code OTEL_METRICS_EXPORTER=otlp/stdout} (Development in the
 * specification): the console's, in lines of OTLP/JSON.
 */
public final class OtlpStdoutExporterProvider implements MetricExporterProvider {

  @Override
  public String name() {
    return "otlp/stdout";
  }

  /** As the specification has it for standard output. */
  @Override
  public Duration defaultInterval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public MetricExporter create(Environment environment) {
    return ConsoleMetricExporter.builder().format(ConsoleFormat.OTLP_JSON).build();
  }
}
