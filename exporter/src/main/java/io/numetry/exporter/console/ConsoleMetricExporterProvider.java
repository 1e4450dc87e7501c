package io.numetry.exporter.console;

import io.numetry.config.Environment;
import io.numetry.export.MetricExporter;
import io.numetry.export.MetricExporterProvider;
import java.time.Duration;

/**
 * Makes the console exporter for {@code OTEL_METRICS_EXPORTER=console}. The variable {@value
 * #FORMAT} says how it writes: {@code table}, or {@code otlp_json}.
 */
public final class ConsoleMetricExporterProvider implements MetricExporterProvider {
  /** As the specification wants variables named that it does not define. */
  static final String FORMAT = "OTEL_JAVA_NUMETRY_CONSOLE_FORMAT";

  @Override
  public String name() {
    return "console";
  }

  /** As the specification has it for standard output. */
  @Override
  public Duration defaultInterval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public MetricExporter create(Environment environment) {
    var builder = ConsoleMetricExporter.builder();
    environment
        .keyword(FORMAT)
        .ifPresent(
            text ->
                ConsoleFormat.named(text)
                    .ifPresentOrElse(
                        builder::format,
                        () -> environment.ignored(FORMAT, text, "write table or otlp_json")));
    return builder.build();
  }
}
