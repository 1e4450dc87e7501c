package io.numetry.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.aggregate.AggregationLevel;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.testkit.WireExporter;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Numetry, from a core of the test's thread to its OTLP encoding. */
final class Engine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final WireExporter exporter;
  private final Telemetry telemetry;
  private final TelemetryCore core;

  Engine(TemporalityPreference preference) {
    this(preference, builder -> builder);
  }

  Engine(TemporalityPreference preference, UnaryOperator<TelemetryBuilder> options) {
    exporter = new WireExporter(preference, false, 64 << 20);
    telemetry =
        options
            .apply(
                Telemetry.builder()
                    .interval(Duration.ofHours(1)) // collections come when they are asked for
                    .pollPatience(PATIENCE)
                    .level(AggregationLevel.PROCESS) // no attribute of the level
                    .exporter(exporter))
            .start();
    core = telemetry.openCore(CoreOptions.floating().named("test"));
  }

  TelemetryCore core() {
    return core;
  }

  /** Everything recorded since the last call, as it was sent. */
  List<ExportMetricsServiceRequest> collect() {
    core.idle();
    assertThat(telemetry.flush(PATIENCE)).as("flushed").isTrue();
    core.resume();
    List<List<ExportMetricsServiceRequest>> exports = exporter.takeExports();
    assertThat(exports).hasSize(1);
    return exports.getFirst();
  }

  @Override
  public void close() {
    core.close();
    telemetry.close();
  }
}
