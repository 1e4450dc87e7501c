package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.Telemetry;
import io.numetry.config.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environment can name, from the exporters that there are. */
class ExporterSelectionTest {

  private static void select(String exporters) {
    Telemetry.builder()
        .environment(new Environment(Map.of("OTEL_METRICS_EXPORTER", exporters)::get));
  }

  @Test
  void tellsWhichExportersThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> select("console,nowhere"))
        .withMessageStartingWith(
            "OTEL_METRICS_EXPORTER=nowhere: no such exporter on the class path; write one of"
                + " [console, none, otlp, otlp/stdout]");
  }

  @Test
  void tellsThatThereIsNoneForPrometheusYet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> select("otlp,prometheus"))
        .withMessageContaining("OTEL_METRICS_EXPORTER=prometheus: there is no exporter");
  }

  @Test
  void noneStandsAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> select("otlp,none"))
        .withMessage(
            "OTEL_METRICS_EXPORTER=otlp,none asks for exporters and for none; write none alone, or"
                + " leave it out");
  }
}
