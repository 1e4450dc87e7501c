package io.numetry.exporter;

import io.numetry.config.Environment;
import io.numetry.export.MetricExporter;
import io.numetry.export.MetricExporterProvider;
import io.numetry.exporter.config.OtlpEnvironment;

/** Makes the OTLP exporter from {@code OTEL_EXPORTER_OTLP_*}. */
public final class OtlpMetricExporterProvider implements MetricExporterProvider {

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public MetricExporter create(Environment environment) {
    return new OtlpMetricExporter.Builder(OtlpEnvironment.read(environment)).build();
  }
}
