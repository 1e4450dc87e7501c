package io.numetry.exporter.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.differential.GatewayMetrics;
import io.numetry.exporter.differential.GatewayMetrics.Lane;
import io.numetry.exporter.differential.GatewayMetricsSet;
import io.numetry.exporter.testkit.DeliveryChecks;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a Prometheus tells of the points that its OTLP receiver has taken. */
class PrometheusTest extends DeliveryChecks {
  private static final Pattern VALUE =
      Pattern.compile("\"result\":\\[\\{\"metric\":\\{},\"value\":\\[[0-9.]+,\"([^\"]+)\"]}]");
  private static final int SERIES = 50;
  private static final int COLLECTIONS = 3;

  @TempDir private Path folder;

  private Program prometheus(int port) throws IOException {
    Path binary =
        Program.namedBy("NUMETRY_PROMETHEUS", "a Prometheus that is built with the OTLP receiver");
    Path config = folder.resolve("prometheus.yaml");
    Files.writeString(config, "global: {}\n");
    return new Program(
        List.of(
            binary.toString(),
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port,
            "--web.enable-otlp-receiver",
            "--enable-feature=native-histograms"),
        folder.resolve("prometheus.log"),
        port);
  }

  private static String url(int port, String path) {
    return "http://localhost:" + port + path;
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
  }

  /** It listens a moment before it takes anything. */
  private static void awaitReady(HttpClient client, int port) throws Exception {
    var ready = HttpRequest.newBuilder(URI.create(url(port, "/-/ready"))).build();
    while (client.send(ready, BodyHandlers.discarding()).statusCode() != 200) {
      Thread.sleep(20);
    }
  }

  /** The one value that a query comes to. */
  private static double query(HttpClient client, int port, String query) throws Exception {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(url(port, "/api/v1/query?query=" + encoded))).build();
    String answer = client.send(request, BodyHandlers.ofString()).body();
    Matcher value = VALUE.matcher(answer);
    assertThat(value.find()).as("%s: %s", query, answer).isTrue();
    return Double.parseDouble(value.group(1));
  }

  private static void record(GatewayMetrics metrics, int series) {
    metrics.addFrames(Lane.FAST, series);
    metrics.addFrames(Lane.SLOW, 1);
    metrics.addInFlight(Lane.FAST, -2);
    metrics.setDepth(Lane.SLOW, series);
    metrics.recordBatch(Lane.FAST, 3);
    metrics.recordTime(Lane.SLOW, 0.5);
    metrics.recordTime(Lane.SLOW, 64);
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"NONE", "GZIP"})
  void shouldReconcile(Compression compression) throws Exception {
    int port = Program.freePort();
    try (Program prometheus = prometheus(port);
        HttpClient client = client()) {
      awaitReady(client, port);
      OtlpMetricExporter exporter =
          OtlpMetricExporter.builder()
              .metricsEndpoint(url(port, "/api/v1/otlp/v1/metrics"))
              .compression(compression)
              .build();
      try (Telemetry telemetry =
          Telemetry.builder()
              .serviceName("gateway")
              .interval(Duration.ofHours(1))
              .bankHalfBytes(1 << 20)
              .exporter(exporter)
              .start()) {
        try (TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
          GatewayMetricsSet[] sets = new GatewayMetricsSet[SERIES];
          for (int i = 0; i < SERIES; i++) {
            sets[i] = core.register(GatewayMetricsSet.TYPE, Attributes.of("name", "series " + i));
          }
          for (int c = 0; c < COLLECTIONS; c++) {
            core.resume();
            for (int i = 0; i < SERIES; i++) {
              record(sets[i], i);
            }
            core.poll();
            core.idle();
            assertThat(telemetry.flush(Duration.ofSeconds(60))).isTrue();
          }
          assertThat(exporter.statistics().droppedPoints()).as(prometheus::printed).isZero();
          assertThat(exporter.statistics().rejectedPoints()).as(prometheus::printed).isZero();
          double sum = SERIES * (SERIES - 1) / 2;
          String job = "{job=\"gateway\"}";
          assertThat(query(client, port, "sum(gateway_frames_total" + job + ")"))
              .isEqualTo(COLLECTIONS * (sum + SERIES));
          assertThat(query(client, port, "count(gateway_frames_total{lane=\"fast\"})"))
              .isEqualTo(SERIES);
          assertThat(query(client, port, "sum(gateway_in_flight" + job + ")"))
              .isEqualTo(-2 * COLLECTIONS * SERIES);
          assertThat(query(client, port, "sum(gateway_depth" + job + ")")).isEqualTo(sum);
          assertThat(query(client, port, "sum(gateway_batch_count" + job + ")"))
              .isEqualTo(COLLECTIONS * SERIES);
          assertThat(query(client, port, "sum(gateway_batch_sum" + job + ")"))
              .isEqualTo(3 * COLLECTIONS * SERIES);
          assertThat(query(client, port, "sum(gateway_batch_bucket{le=\"5\"})"))
              .isEqualTo(COLLECTIONS * SERIES);
          assertThat(query(client, port, "histogram_count(sum(gateway_time_seconds" + job + "))"))
              .isEqualTo(2 * COLLECTIONS * SERIES);
          assertThat(query(client, port, "histogram_sum(sum(gateway_time_seconds" + job + "))"))
              .isEqualTo(64.5 * COLLECTIONS * SERIES);
        }
      }
      assertThat(exporter.statistics().retries()).isZero();
    }
    assertThat(log.lines()).isEmpty();
  }
}
