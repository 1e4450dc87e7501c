package io.numetry.export;

import io.numetry.config.Environment;
import java.time.Duration;

/**
 * Makes an exporter from environment variables; found by {@link java.util.ServiceLoader}, chosen by
 * its name in {@code OTEL_METRICS_EXPORTER}.
 */
public interface MetricExporterProvider {

  /** The value of {@code OTEL_METRICS_EXPORTER} that asks for this exporter, say {@code otlp}. */
  String name();

  /** How often it exports where nobody says so; 60 s, as the specification has it for most. */
  default Duration defaultInterval() {
    return Duration.ofSeconds(60);
  }

  /**
   * Makes the exporter.
   *
   * @param environment the variables
   * @throws IllegalArgumentException if a variable's value makes an exporter impossible; the
   *     message names the variable, its value, and what to write instead
   */
  MetricExporter create(Environment environment);
}
