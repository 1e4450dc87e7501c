package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.config.Environment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often is exported where the exporters have intervals of their own. */
class ConsoleIntervalTest {

  private static Duration interval(TelemetryBuilder builder, Map<String, String> variables) {
    return builder.environment(new Environment(variables::get)).interval;
  }

  @Test
  void theShortestOfTheExportersCountsWhereNobodySaysOtherwise() {
    assertThat(interval(Telemetry.builder(), Map.of("OTEL_METRICS_EXPORTER", "console")))
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(interval(Telemetry.builder(), Map.of("OTEL_METRICS_EXPORTER", "none")))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void whatIsSaidCounts() {
    Map<String, String> console = Map.of("OTEL_METRICS_EXPORTER", "console");
    assertThat(interval(Telemetry.builder().interval(Duration.ofSeconds(7)), console))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(
            interval(
                Telemetry.builder(),
                Map.of("OTEL_METRICS_EXPORTER", "console", "OTEL_METRIC_EXPORT_INTERVAL", "20000")))
        .isEqualTo(Duration.ofSeconds(20));
  }
}
