package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.Telemetry;
import io.numetry.TelemetryGuard;
import io.numetry.config.Environment;
import io.numetry.config.ExporterNames;
import io.numetry.config.ResourceAttributes;
import io.numetry.exporter.testkit.LogCapture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The variables of the specification beyond the OTLP exporter's: what a value is answered with. */
class EnvironmentVariablesTest {
  private final LogCapture log = new LogCapture();

  @AfterEach
  void closeLog() {
    log.close();
  }

  private static void read(String name, String value) {
    var variables = new TreeMap<String, String>();
    variables.put("OTEL_METRICS_EXPORTER", "none");
    variables.put(name, value);
    Telemetry.builder().environment(new Environment(variables::get));
  }

  /** A row a value: what is logged, or nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OTEL_SDK_DISABLED|true|",
        "OTEL_SDK_DISABLED|TRUE|",
        "OTEL_SDK_DISABLED|false|",
        "OTEL_SDK_DISABLED|1|WARNING OTEL_SDK_DISABLED=1 is ignored: write true or false",
        "OTEL_SERVICE_NAME|gateway|",
        "OTEL_RESOURCE_ATTRIBUTES|a=1,b=x%2Cy|",
        "OTEL_RESOURCE_ATTRIBUTES|a=1,b|WARNING OTEL_RESOURCE_ATTRIBUTES=a=1,b is ignored: write"
            + " key=value,key=value, percent-encoded (no key in b)",
        "OTEL_METRIC_EXPORT_INTERVAL|1000|",
        "OTEL_METRIC_EXPORT_INTERVAL|-1|WARNING OTEL_METRIC_EXPORT_INTERVAL=-1 is ignored: write"
            + " milliseconds, 1 to 2147483647",
        "OTEL_METRIC_EXPORT_INTERVAL|1s|WARNING OTEL_METRIC_EXPORT_INTERVAL=1s is ignored: write"
            + " milliseconds, 1 to 2147483647",
        "OTEL_METRIC_EXPORT_INTERVAL|2147483648|WARNING OTEL_METRIC_EXPORT_INTERVAL=2147483648 is"
            + " ignored: write milliseconds, 1 to 2147483647",
        "OTEL_METRIC_EXPORT_TIMEOUT|0|",
        "OTEL_METRIC_EXPORT_TIMEOUT|5000|",
        "OTEL_METRIC_EXPORT_TIMEOUT|-5|WARNING OTEL_METRIC_EXPORT_TIMEOUT=-5 is ignored: write"
            + " milliseconds, 1 to 2147483647, or 0 for no limit",
        "OTEL_METRICS_EXEMPLAR_FILTER|always_off|",
        "OTEL_METRICS_EXEMPLAR_FILTER|Trace_Based|INFO OTEL_METRICS_EXEMPLAR_FILTER=trace_based is"
            + " not followed: no exemplars are recorded",
        "OTEL_METRICS_EXEMPLAR_FILTER|always_on|INFO OTEL_METRICS_EXEMPLAR_FILTER=always_on is not"
            + " followed: no exemplars are recorded",
        "OTEL_METRICS_EXEMPLAR_FILTER|some|WARNING OTEL_METRICS_EXEMPLAR_FILTER=some is ignored:"
            + " write always_off, always_on or trace_based",
        "OTEL_ENTITIES|service{service.name=a}|WARNING OTEL_ENTITIES=service{service.name=a} is"
            + " ignored: write its attributes into OTEL_RESOURCE_ATTRIBUTES",
        "OTEL_LOG_LEVEL|info|",
        "OTEL_LOG_LEVEL|DEBUG|INFO OTEL_LOG_LEVEL=debug is not followed: messages go to"
            + " System.Logger; set the level of io.numetry where those go",
        "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT|10|",
        "OTEL_ATTRIBUTE_COUNT_LIMIT|10|",
      })
  void shouldAnswer(String name, String value, String message) {
    read(name, value);
    assertThat(log.lines()).isEqualTo(message == null ? List.of() : List.of(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OTEL_SDK_DISABLED",
        "OTEL_SERVICE_NAME",
        "OTEL_RESOURCE_ATTRIBUTES",
        "OTEL_METRIC_EXPORT_INTERVAL",
        "OTEL_METRIC_EXPORT_TIMEOUT",
        "OTEL_METRICS_EXEMPLAR_FILTER",
        "OTEL_CONFIG_FILE",
        "OTEL_ENTITIES",
        "OTEL_LOG_LEVEL",
      })
  void shouldTakeEmptyForUnset(String name) {
    read(name, "");
    read(name, " ");
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "explicit_bucket_histogram, INFO, each instrument says in its schema what it is",
    "BASE2_exponential_bucket_histogram, INFO, each instrument says in its schema what it is",
    "summary, WARNING," + " write explicit_bucket_histogram or base2_exponential_bucket_histogram",
  })
  void shouldSayThatTheSchemaNamesTheHistogram(String value, String level, String says) {
    String name = "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION";
    new OtlpMetricExporterProvider().create(new Environment(Map.of(name, value)::get)).close();
    assertThat(log.lines()).singleElement().asString().startsWith(level + " " + name + "=" + value);
    assertThat(log.lines().getFirst()).endsWith(says);
  }

  @Test
  void shouldTakeLoggingForTheConsoleAndSaySo() {
    var names = Map.of("OTEL_METRICS_EXPORTER", "Logging, otlp,console");
    assertThat(ExporterNames.read(new Environment(names::get))).containsExactly("console", "otlp");
    assertThat(log.lines())
        .containsExactly(
            "WARNING OTEL_METRICS_EXPORTER=logging is deprecated and taken for console: write"
                + " console");
  }

  @Test
  void shouldWriteOtlpToStandardOutput() {
    var names = Map.of("OTEL_METRICS_EXPORTER", "otlp/stdout");
    assertThat(ExporterNames.nameDestination(new Environment(names::get))).isTrue();
    var builder = Telemetry.builder().environment(new Environment(names::get));
    try (Telemetry telemetry = builder.start()) {
      assertThat(telemetry).isNotNull();
    }
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void shouldLeaveNoResourceAttributeOfAListWithAMistake() {
    var variables = Map.of("OTEL_RESOURCE_ATTRIBUTES", "a=1,b=%zz", "OTEL_SERVICE_NAME", "gateway");
    assertThat(ResourceAttributes.fromEnvironment(new Environment(variables::get)))
        .isEqualTo(io.numetry.attribute.Attributes.of("service.name", "gateway"));
    assertThat(log.lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTEL_CONFIG_FILE", "OTEL_EXPERIMENTAL_CONFIG_FILE"})
  void shouldRefuseAConfigurationFile(String name) {
    String says = name + "=/etc/otel.yaml: configuration files are not read yet";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(name, "/etc/otel.yaml"))
        .withMessageStartingWith(says);
    var variables = Map.of(name, "/etc/otel.yaml");
    try (var guard = TelemetryGuard.of(new Environment(variables::get), options -> {})) {
      assertThat(guard.health().state()).isEqualTo(TelemetryGuard.State.FAILED);
      assertThat(guard.health().detail()).startsWith(says);
    }
    assertThat(log.warnings()).singleElement().asString().contains(says);
  }

  @Test
  void shouldBeDisabledWhateverElseIsAsked() {
    var variables = Map.of("OTEL_SDK_DISABLED", "true", "OTEL_CONFIG_FILE", "/etc/otel.yaml");
    try (var guard = TelemetryGuard.of(new Environment(variables::get), options -> {})) {
      assertThat(guard.health().state()).isEqualTo(TelemetryGuard.State.INERT);
    }
    Telemetry.builder().environment(new Environment(variables::get));
    assertThat(log.lines()).isEmpty();
  }
}
