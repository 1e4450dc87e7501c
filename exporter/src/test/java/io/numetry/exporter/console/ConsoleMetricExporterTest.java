package io.numetry.exporter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.util.JsonFormat;
import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.config.Environment;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.testkit.LogCapture;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.self.AggregatorMetricsSet;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a recording call to the console. */
class ConsoleMetricExporterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private ConsoleMetricExporter.Builder builder() {
    return ConsoleMetricExporter.builder().out(new PrintStream(written, true, UTF_8)).width(200);
  }

  /** Records twice with a flush after each. */
  private void record(ConsoleMetricExporter exporter) {
    try (Telemetry telemetry =
            Telemetry.builder()
                .bankHalfBytes(1 << 20)
                .interval(Duration.ofHours(1))
                .serviceName("shop")
                .exporter(exporter)
                .start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("engine"))) {
      AggregatorMetricsSet metrics = core.register(AggregatorMetricsSet.TYPE);
      for (int i = 0; i < 2; i++) {
        metrics.addErrors(21);
        core.idle();
        assertThat(telemetry.flush(PATIENCE)).isTrue();
        core.resume();
      }
    }
  }

  private List<String> rows(String metric) {
    return written
        .toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  @Test
  void writesATableForEachCollection() {
    record(builder().build());
    assertThat(rows("numetry.aggregator.errors"))
        .hasSize(3) // two flushes, and the shutdown
        .satisfies(
            rows -> {
              assertThat(rows.get(0)).endsWith(" 21");
              assertThat(rows.get(1)).endsWith(" 42");
              assertThat(rows.get(2)).endsWith(" 42");
            });
    assertThat(written.toString(UTF_8)).contains("METRIC ", "COUNT", "P99");
  }

  @Test
  void writesDeltasIfItIsToldTo() {
    record(builder().temporality(TemporalityPreference.DELTA).build());
    assertThat(rows("numetry.aggregator.errors")).hasSize(2).allMatch(row -> row.endsWith(" 21"));
  }

  @Test
  void writesRequestsAsLines() throws Exception {
    record(builder().format(ConsoleFormat.OTLP_JSON).build());
    List<String> lines = written.toString(UTF_8).lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
    for (String line : lines) {
      var request = ExportMetricsServiceRequest.newBuilder();
      JsonFormat.parser().merge(line, request);
      assertThat(request.getResourceMetrics(0).getResource().toString()).contains("shop");
    }
    assertThat(lines).anyMatch(line -> line.contains("\"asInt\":\"42\""));
  }

  @Test
  void namesInTheEnvironmentCanBeSeveral() {
    try (var collector = new TestCollector()) {
      Map<String, String> variables =
          Map.of(
              "OTEL_METRICS_EXPORTER", "otlp, Console,otlp",
              "OTEL_JAVA_NUMETRY_CONSOLE_FORMAT", "otlp_json",
              "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
      PrintStream before = System.out;
      System.setOut(new PrintStream(written, true, UTF_8));
      try (Telemetry telemetry =
              Telemetry.builder()
                  .bankHalfBytes(1 << 20)
                  .environment(new Environment(variables::get))
                  .start();
          TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
        core.register(AggregatorMetricsSet.TYPE).addErrors(42);
        core.idle();
        assertThat(telemetry.flush(PATIENCE)).isTrue();
      } finally {
        System.setOut(before);
      }
      assertThat(collector.requests().toString()).contains("numetry.aggregator.errors");
      assertThat(written.toString(UTF_8)).contains("\"numetry.aggregator.errors\"");
    }
  }

  @Test
  void aFormatThatIsNoneIsToldOfAndIgnored() {
    var provider = new ConsoleMetricExporterProvider();
    var log = new LogCapture();
    try {
      var exporter =
          provider.create(new Environment(Map.of("OTEL_JAVA_NUMETRY_CONSOLE_FORMAT", "xml")::get));
      assertThat(exporter).hasToString("console exporter (table)");
      assertThat(log.warnings())
          .containsExactly(
              "WARNING OTEL_JAVA_NUMETRY_CONSOLE_FORMAT=xml is ignored: write table or otlp_json");
    } finally {
      log.close();
    }
    assertThat(provider.defaultInterval()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void optionsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().width(39))
        .withMessage("console exporter: width=39, write at least 40");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().maxRows(0))
        .withMessage("console exporter: maxRows=0, write at least 1");
  }
}
