package io.numetry.exporter.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.guard.GuardedEngine.Ending;
import io.numetry.exporter.guard.GuardedEngine.OwnerState;
import io.numetry.exporter.testkit.TestCollector;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a guarded process ends, what it has recorded was received, and it does end. */
class ProcessEndTest {
  private static final int SIGTERM = 128 + 15;

  private static Map<String, String> variables(String endpoint) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_METRIC_EXPORT_INTERVAL", "3600000");
  }

  /** The sum as it was received last. */
  private static long turns(List<ExportMetricsServiceRequest> requests) {
    return requests.stream()
        .flatMap(request -> request.getResourceMetricsList().stream())
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> metric.getName().equals("guarded.turns"))
        .flatMap(metric -> metric.getSum().getDataPointsList().stream())
        .filter(point -> point.hasAsInt())
        .mapToLong(NumberDataPoint::getAsInt)
        .reduce((former, latter) -> latter)
        .orElse(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "RETURN,             IDLE,   0",
    "RETURN,             DEAD,   0",
    "RETURN,             POLLS,  0",
    "CLOSE,              POLLS,  0",
    "CLOSE_INTERRUPTED,  POLLS,  0",
    "CLOSE_OFTEN,        POLLS,  0",
    "THROW,              POLLS,  1",
    "EXIT,               POLLS,  3",
    "EXIT,               PARKED, 3",
    "EXIT,               DEAD,   3",
    "EXIT_WHILE_CLOSING, POLLS,  3",
    "EXIT_AFTER_CLOSE,   IDLE,   3",
  })
  void deliversWhatWasRecorded(Ending ending, OwnerState owner, int status) throws Exception {
    try (var collector = new TestCollector();
        GuardProcess engine =
            GuardProcess.start(variables(collector.url()), List.of(), ending, owner, 10_000)) {
      assertThat(engine.awaitEnd()).as(engine::printed).isEqualTo(status);
      assertThat(turns(collector.requests())).as(engine::printed).isEqualTo(GuardedEngine.TURNS);
    }
  }

  @ParameterizedTest
  @CsvSource({"POLLS", "IDLE", "PARKED", "DEAD"})
  void deliversWhatWasRecordedBeforeASignal(OwnerState owner) throws Exception {
    try (var collector = new TestCollector();
        GuardProcess engine =
            GuardProcess.start(
                variables(collector.url()), List.of(), Ending.SIGNAL, owner, 10_000)) {
      engine.awaitRecorded();
      engine.terminate();
      assertThat(engine.awaitEnd()).as(engine::printed).isEqualTo(SIGTERM);
      assertThat(turns(collector.requests())).as(engine::printed).isEqualTo(GuardedEngine.TURNS);
    }
  }

  @Test
  void anExitWaitsForACloseThatIsUnderWay() throws Exception {
    try (var collector = new TestCollector();
        GuardProcess engine =
            GuardProcess.start(
                variables(collector.url()),
                List.of(),
                Ending.EXIT_WHILE_CLOSING,
                OwnerState.IDLE,
                30_000)) {
      // The first answer is late and a refusal for now: delivery takes a second attempt.
      collector.thenAnswer(
          exchange -> {
            try {
              Thread.sleep(500);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            TestCollector.status(503).to(exchange);
          });
      assertThat(engine.awaitEnd()).as(engine::printed).isEqualTo(GuardedEngine.EXIT_STATUS);
      assertThat(collector.requests()).hasSizeGreaterThan(1);
      assertThat(turns(collector.requests())).isEqualTo(GuardedEngine.TURNS);
    }
  }

  @ParameterizedTest
  @CsvSource({"RETURN,POLLS,0", "CLOSE,IDLE,0", "EXIT,PARKED,3", "THROW,DEAD,1"})
  void endsThoughTheCollectorIsAway(Ending ending, OwnerState owner, int status) throws Exception {
    try (GuardProcess engine =
        GuardProcess.start(variables(nobody()), List.of(), ending, owner, 1_000)) {
      assertThat(engine.awaitEnd()).as(engine::printed).isEqualTo(status);
    }
  }

  @Test
  void endsThoughAnExporterDoesNot() throws Exception {
    try (var collector = new TestCollector();
        GuardProcess engine =
            GuardProcess.start(
                variables(collector.url()),
                List.of(),
                Ending.EXIT_STUCK,
                OwnerState.POLLS,
                1_000)) {
      assertThat(engine.awaitEnd()).as(engine::printed).isEqualTo(GuardedEngine.EXIT_STATUS);
    }
  }

  @Test
  void runsAndEndsWhereTelemetryCannotStart() throws Exception {
    Map<String, String> variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://user:s3cret@collector:4318?token=t0ken",
            "OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20h1dden");
    try (GuardProcess engine =
        GuardProcess.start(variables, List.of(), Ending.RETURN, OwnerState.POLLS, 10_000)) {
      assertThat(engine.awaitEnd()).isZero();
      assertThat(engine.printed())
          .contains(GuardedEngine.RECORDED + " FAILED")
          .containsOnlyOnce("telemetry cannot start")
          .contains("OTEL_EXPORTER_OTLP_ENDPOINT=ftp://")
          .contains("write one like http://collector:4318")
          .doesNotContain("s3cret", "t0ken", "h1dden");
    }
  }

  /** The file is read when the exporter starts, after all variables have been taken for good. */
  @Test
  void runsAndEndsWhereACertificateCannotBeRead() throws Exception {
    Map<String, String> variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "https://localhost:4318",
            "OTEL_EXPORTER_OTLP_CERTIFICATE", "/nowhere/authority.pem");
    try (GuardProcess engine =
        GuardProcess.start(variables, List.of(), Ending.RETURN, OwnerState.POLLS, 10_000)) {
      assertThat(engine.awaitEnd()).isZero();
      assertThat(engine.printed())
          .contains(GuardedEngine.RECORDED + " FAILED")
          .containsOnlyOnce("telemetry cannot start")
          .contains("OTEL_EXPORTER_OTLP_CERTIFICATE=/nowhere/authority.pem");
    }
  }

  /** An endpoint that refuses connections. */
  private static String nobody() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://localhost:" + socket.getLocalPort();
    }
  }
}
