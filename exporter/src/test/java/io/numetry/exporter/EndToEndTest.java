package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.config.Environment;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.self.AggregatorMetricsSet;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From a recording call to the destination, set up by the environment alone. */
class EndToEndTest {

  private static Telemetry telemetry(Map<String, String> variables) {
    return Telemetry.builder()
        .bankHalfBytes(1 << 20)
        .environment(new Environment(variables::get))
        .start();
  }

  @Test
  void shouldSendWhatIsRecordedAndWhatTheSenderDid() {
    try (var collector = new TestCollector();
        Telemetry telemetry =
            telemetry(
                Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                    "OTEL_SERVICE_NAME", "end-to-end",
                    "OTEL_METRIC_EXPORT_INTERVAL", "3600000",
                    "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "delta"));
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("engine"))) {
      // Any generated set will do; this one happens to be on the class path.
      AggregatorMetricsSet recorded = core.register(AggregatorMetricsSet.TYPE);
      recorded.addErrors(42);
      core.idle();
      assertThat(telemetry.flush(Duration.ofSeconds(30))).isTrue();
      assertThat(telemetry.flush(Duration.ofSeconds(30))).isTrue();
      List<ExportMetricsServiceRequest> requests = collector.requests();
      assertThat(requests.getFirst().toString()).contains("service.name", "end-to-end");
      assertThat(sum(requests, "numetry.aggregator.errors")).isEqualTo(42);
      assertThat(sum(requests, "otel.sdk.exporter.metric_data_point.exported")).isPositive();
    }
  }

  private static long sum(List<ExportMetricsServiceRequest> requests, String metric) {
    return requests.stream()
        .flatMap(request -> request.getResourceMetricsList().stream())
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(candidate -> candidate.getName().equals(metric))
        .map(Metric::getSum)
        .flatMap(sum -> sum.getDataPointsList().stream())
        .mapToLong(point -> point.getAsInt())
        .sum();
  }

  /** What each exporter that tells of itself is called, and the port that it sends to. */
  private static Map<String, Long> exporters(ExportMetricsServiceRequest request) {
    return request.getResourceMetrics(0).getScopeMetricsList().stream()
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> metric.getName().equals("otel.sdk.exporter.metric_data_point.exported"))
        .flatMap(metric -> metric.getSum().getDataPointsList().stream())
        .map(
            point ->
                point.getAttributesList().stream()
                    .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue)))
        .collect(
            Collectors.toMap(
                each -> each.get("otel.component.name").getStringValue(),
                each -> each.get("server.port").getIntValue()));
  }

  @Test
  void shouldRefuseToStartWithAnEndpointThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> telemetry(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318")))
        .withMessage(
            "OTEL_EXPORTER_OTLP_ENDPOINT=collector:4318 is not an http URL; write one like"
                + " http://collector:4318");
  }

  @Test
  void shouldServeTwoExportersAtATime() {
    try (var one = new TestCollector();
        var other = new TestCollector();
        Telemetry telemetry =
            Telemetry.builder()
                .bankHalfBytes(1 << 20)
                .interval(Duration.ofHours(1))
                .exporter(OtlpMetricExporter.builder().endpoint(one.url()).build())
                .exporter(OtlpMetricExporter.builder().endpoint(other.url()).build())
                .start()) {
      // The first collection measures itself, the second has that to tell.
      assertThat(telemetry.flush(Duration.ofSeconds(30))).isTrue();
      assertThat(telemetry.flush(Duration.ofSeconds(30))).isTrue();
      assertThat(one.requests()).isNotEmpty();
      assertThat(other.requests()).isNotEmpty();
      Map<String, Long> ports =
          Map.of(
              "otlp_http_metric_exporter/0", (long) one.port(),
              "otlp_http_metric_exporter/1", (long) other.port());
      assertThat(exporters(one.requests().getLast())).isEqualTo(ports);
      assertThat(exporters(other.requests().getLast())).isEqualTo(ports);
    }
  }
}
