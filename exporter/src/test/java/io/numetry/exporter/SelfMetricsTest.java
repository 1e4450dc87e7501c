package io.numetry.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.numetry.attribute.Attributes;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.health.ExporterHealth;
import io.numetry.health.ExporterHealth.State;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the exporter counts of itself by the semantic conventions: at each quiet moment, each point
 * that was handed over is exported, failed or in flight, once.
 */
class SelfMetricsTest extends DeliveryChecks {
  private static final String INFLIGHT = "otel.sdk.exporter.metric_data_point.inflight";
  private static final String EXPORTED = "otel.sdk.exporter.metric_data_point.exported";
  private static final String DURATION = "otel.sdk.exporter.operation.duration";
  private static final String OK = "";

  @TempDir Path temp;

  private static ExporterHealth.Points points(Delivery delivery) {
    return delivery.exporter.health().orElseThrow().points();
  }

  private static SpoolStatistics spoolOf(Delivery delivery) {
    return delivery.exporter.spoolStatistics().orElseThrow();
  }

  private SpoolOptions.Builder spool() {
    return SpoolOptions.builder(temp.resolve("spool"))
        .segmentBytes(64 << 10)
        .maxBytes(4 * (64 << 10))
        .after(Duration.ZERO)
        .replayBytesPerSecond(0);
  }

  /** What was handed over is what the metrics tell, and health tells the same. */
  private static void assertBalance(Delivery delivery, long inFlight, Map<String, Long> exported) {
    assertThat(delivery.self.by("error.type", EXPORTED)).isEqualTo(exported);
    assertThat(delivery.self.sum(INFLIGHT)).isEqualTo(inFlight);
    ExporterHealth.Points health = points(delivery);
    assertThat(exported.values().stream().mapToLong(Long::longValue).sum() + inFlight)
        .isEqualTo(health.handedOver());
    Map<String, Long> fromHealth = new HashMap<>(health.droppedByCause());
    fromHealth.put(OK, health.delivered());
    fromHealth.put("rejected", health.rejected());
    fromHealth.values().removeIf(points -> points == 0);
    assertThat(fromHealth).isEqualTo(exported);
    assertThat(health.inFlight() + health.spooled()).isEqualTo(inFlight);
  }

  /** Nothing is on its way, and the spool's thread has taken note of it. */
  private static void awaitQuiet(Delivery delivery) throws InterruptedException {
    delivery.await(() -> delivery.self.sum(INFLIGHT) == 0);
    delivery.await(() -> spoolOf(delivery).points() == 0);
  }

  /** How often each way that a request ends has come up. */
  private static Map<String, Long> operations(Delivery delivery) {
    var operations = new TreeMap<String, Long>();
    for (MetricPoint point : delivery.self.points(DURATION)) {
      var words = new ArrayList<String>();
      for (String key : List.of("error.type", "http.response.status_code", "rpc.status_code")) {
        if (point.attributes().containsKey(key)) {
          words.add(key + "=" + point.attributes().get(key));
        }
      }
      var value = (PointValue.Summary) point.value();
      assertThat(value.min()).isPositive();
      operations.put(String.join(" ", words), value.count());
    }
    return operations;
  }

  private static TestCollector.Answer rejecting(long points) {
    return TestCollector.status(
        200,
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(points)
                    .setErrorMessage("too old"))
            .build()
            .toByteArray());
  }

  private static TestCollector.Answer when(CountDownLatch latch, CountDownLatch begun) {
    return exchange -> {
      begun.countDown();
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      TestCollector.status(200).to(exchange);
    };
  }

  /** So many collections of so many points each. */
  private static void export(Delivery delivery, int collections, int points)
      throws InterruptedException {
    for (int i = 0; i < collections; i++) {
      delivery.await(delivery.node::ready);
      delivery.record(points).export();
    }
  }

  @Test
  void shouldCountEachPointOnceWhateverBecomesOfIt() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      assertBalance(delivery, 0, Map.of());

      delivery.record(3).export().flush();
      assertBalance(delivery, 0, Map.of(OK, 3L));

      collector.thenAnswer(rejecting(2));
      delivery.record(7).export().flush();
      assertBalance(delivery, 0, Map.of(OK, 8L, "rejected", 2L));

      collector.thenAnswer(rejecting(0));
      delivery.record(1).export().flush();
      assertBalance(delivery, 0, Map.of(OK, 9L, "rejected", 2L));

      collector.thenAnswer(TestCollector.status(400));
      delivery.record(5).export().flush();
      assertBalance(delivery, 0, Map.of(OK, 9L, "rejected", 2L, "400", 5L));

      collector.thenAnswer(TestCollector.status(418));
      delivery.record(4).export().flush();
      assertBalance(delivery, 0, Map.of(OK, 9L, "rejected", 2L, "400", 5L, "_OTHER", 4L));

      collector.thenAnswer(TestCollector.status(503)).thenAnswer(TestCollector.status(429));
      delivery.record(11).export().flush();
      assertBalance(delivery, 0, Map.of(OK, 20L, "rejected", 2L, "400", 5L, "_OTHER", 4L));

      collector.thenAnswer(TestCollector.status(503)).thenAnswer(TestCollector.status(413));
      delivery.record(13).export().flush();
      assertBalance(
          delivery, 0, Map.of(OK, 20L, "rejected", 2L, "400", 5L, "_OTHER", 4L, "413", 13L));

      // One observation a request, whatever was tried before.
      assertThat(operations(delivery))
          .isEqualTo(
              Map.of(
                  "http.response.status_code=200", 3L,
                  "error.type=rejected http.response.status_code=200", 1L,
                  "error.type=400 http.response.status_code=400", 1L,
                  "error.type=_OTHER http.response.status_code=418", 1L,
                  "error.type=413 http.response.status_code=413", 1L));
      assertThat(delivery.self.by("error.type", "numetry.exporter.retries"))
          .isEqualTo(Map.of("503", 2L, "429", 1L));
      assertThat(delivery.self.sum("numetry.exporter.request.body.size")).isEqualTo(10);
      assertThat(delivery.self.sum("numetry.exporter.request.body.uncompressed_size"))
          .isEqualTo(10);
      assertThat(delivery.self.sum("numetry.exporter.encode.duration")).isEqualTo(7);
      assertThat(delivery.self.sum("numetry.exporter.queue.size")).isZero();
    }
  }

  @Test
  void shouldTellWhichComponentItIsAndWhereItSendsTo() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      delivery.record(3).export().flush();
      Attributes identity =
          Attributes.builder()
              .put("otel.component.name", "otlp_http_metric_exporter/0")
              .put("otel.component.type", "otlp_http_metric_exporter")
              .put("server.address", "localhost")
              .put("server.port", (long) collector.port())
              .build();
      for (String metric : List.of(INFLIGHT, EXPORTED)) {
        assertThat(delivery.self.points(metric))
            .singleElement()
            .satisfies(
                point ->
                    assertThat(point.attributes().filter(key -> !key.equals("numa.node.id")))
                        .isEqualTo(identity));
      }
      assertThat(delivery.self.points(DURATION))
          .singleElement()
          .satisfies(
              point ->
                  assertThat(point.attributes().filter(key -> !key.equals("numa.node.id")))
                      .isEqualTo(
                          identity.with(
                              Attributes.builder().put("http.response.status_code", 200).build())));
    }
  }

  @Test
  void shouldTellOfGrpcByItsStatus() throws Exception {
    try (var collector = new GrpcCollector();
        var delivery =
            new Delivery(
                Delivery.quick("http://localhost:" + collector.port())
                    .protocol(OtlpProtocol.GRPC)
                    .build())) {
      delivery.record(3).export().flush();
      collector.thenAnswer(failing("UNAVAILABLE")).thenAnswer(failing("INVALID_ARGUMENT"));
      delivery.record(5).export().flush();
      assertBalance(delivery, 0, Map.of(OK, 3L, "INVALID_ARGUMENT", 5L));
      assertThat(operations(delivery))
          .isEqualTo(
              Map.of(
                  "rpc.status_code=OK", 1L,
                  "error.type=INVALID_ARGUMENT rpc.status_code=INVALID_ARGUMENT", 1L));
      assertThat(delivery.self.by("error.type", "numetry.exporter.retries"))
          .isEqualTo(Map.of("UNAVAILABLE", 1L));
      assertThat(delivery.self.by("otel.component.name", EXPORTED))
          .containsOnlyKeys("otlp_grpc_metric_exporter/0");
    }
  }

  private static GrpcCollector.Answer failing(String status) {
    return call -> call.onError(Status.fromCode(Status.Code.valueOf(status)).asRuntimeException());
  }

  @Test
  void shouldCountWhatIsTooLarge() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).maxRequestBytes(64).build())) {
      delivery.record(4).export().flush();
      assertBalance(delivery, 0, Map.of("request_too_large", 4L));
      assertThat(operations(delivery)).as("none was made").isEmpty();
    }
  }

  @Test
  void shouldKeepInFlightWhatIsTriedAgain() throws InterruptedException {
    var latch = new CountDownLatch(1);
    try (var collector = new TestCollector().answerAll(when(latch, new CountDownLatch(1)));
        var delivery =
            new Delivery(Delivery.quick(collector.url()).timeout(Duration.ofMillis(50)).build())) {
      delivery.record(3).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 1);
      assertBalance(delivery, 3, Map.of());
      assertThat(delivery.self.by("error.type", "numetry.exporter.retries"))
          .containsOnlyKeys("timeout");
      assertThat(delivery.self.sum("numetry.exporter.queue.size")).isEqualTo(1);
      assertThat(operations(delivery)).as("it is not over").isEmpty();
      latch.countDown();
      collector.answerAll(TestCollector.status(200));
      delivery.flush();
      assertBalance(delivery, 0, Map.of(OK, 3L));
      assertThat(operations(delivery)).isEqualTo(Map.of("http.response.status_code=200", 1L));
    }
  }

  @Test
  void shouldCountWhatIsLeftAtTheEnd() throws InterruptedException {
    int port;
    try (var former = new TestCollector()) {
      port = former.port();
    }
    try (var delivery = new Delivery(Delivery.quick("http://localhost:" + port).build())) {
      export(delivery, 2, 3);
      delivery.await(() -> delivery.exporter.health().orElseThrow().state() == State.WAITING);
      assertBalance(delivery, 6, Map.of());
      delivery.exporter.close();
      assertBalance(delivery, 0, Map.of("shutdown", 6L));
      // The second frame was never attempted, so there was no such request.
      assertThat(operations(delivery)).isEqualTo(Map.of("error.type=shutdown", 1L));
      assertThat(delivery.self.by("error.type", "numetry.exporter.retries"))
          .containsOnlyKeys("connection");
    }
  }

  @Test
  void shouldCountWhatGoesThroughTheSpoolOnce() throws InterruptedException {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery =
            new Delivery(Delivery.quick(collector.url()).spool(spool().build()).build())) {
      export(delivery, 5, 10);
      delivery.flush();
      assertBalance(delivery, 50, Map.of());
      assertThat(delivery.self.sum("numetry.exporter.spool.points")).isEqualTo(50);
      assertThat(delivery.self.sum("numetry.exporter.spool.frames")).isEqualTo(5);
      assertThat(delivery.self.sum("numetry.exporter.spool.appended")).isEqualTo(5);
      assertThat(delivery.self.sum("numetry.exporter.spool.size"))
          .isEqualTo(spoolOf(delivery).bytes());

      collector.thenAnswer(TestCollector.status(400)).thenAnswer(rejecting(4));
      collector.answerAll(TestCollector.status(200));
      delivery.await(() -> delivery.self.sum("numetry.exporter.spool.frames") == 0);
      assertBalance(delivery, 0, Map.of(OK, 36L, "400", 10L, "rejected", 4L));
      assertThat(delivery.self.sum("numetry.exporter.spool.replayed")).isEqualTo(5);
      assertThat(delivery.self.sum("numetry.exporter.spool.points")).isZero();
      assertThat(operations(delivery))
          .isEqualTo(
              Map.of(
                  "http.response.status_code=200", 3L,
                  "error.type=400 http.response.status_code=400", 1L,
                  "error.type=rejected http.response.status_code=200", 1L));
    }
  }

  /** Frames of about 50 kB in a spool of 256 kB. */
  @Test
  void shouldCountWhatTheSpoolHasNoRoomFor() throws InterruptedException {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery =
            new Delivery(Delivery.quick(collector.url()).spool(spool().build()).build())) {
      export(delivery, 20, 1000);
      delivery.flush();
      // One may be on its way whose segment is gone: it is dropped when it does not arrive.
      long attempts = delivery.exporter.statistics().requests();
      delivery.await(() -> delivery.exporter.statistics().requests() > attempts + 2);
      long dropped = delivery.self.by("error.type", EXPORTED).getOrDefault("spool_full", 0L);
      assertThat(dropped).isBetween(1000L, 19_000L);
      assertBalance(delivery, 20_000 - dropped, Map.of("spool_full", dropped));
      assertThat(delivery.self.by("error.type", "numetry.exporter.spool.dropped"))
          .isEqualTo(Map.of("spool_full", dropped / 1000));
      collector.answerAll(TestCollector.status(200));
      awaitQuiet(delivery);
      assertBalance(delivery, 0, Map.of(OK, 20_000 - dropped, "spool_full", dropped));
    }
  }

  /** Its segment has to go while it is on its way; it arrives all the same, and counts once. */
  @Test
  void shouldNotCountAsDroppedWhatIsOnItsWay() throws InterruptedException {
    var latch = new CountDownLatch(1);
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery =
            new Delivery(Delivery.quick(collector.url()).spool(spool().build()).build())) {
      export(delivery, 1, 1000);
      delivery.flush();
      var begun = new CountDownLatch(1);
      collector.answerAll(when(latch, begun));
      begun.await();
      export(delivery, 20, 1000);
      delivery.await(() -> spoolOf(delivery).storedRecords() == 21);
      delivery.await(() -> delivery.exporter.statistics().framesWaiting() == 0);
      long dropped = delivery.self.by("error.type", EXPORTED).getOrDefault("spool_full", 0L);
      assertThat(dropped).isBetween(1000L, 19_000L);
      latch.countDown();
      awaitQuiet(delivery);
      assertBalance(delivery, 0, Map.of(OK, 21_000 - dropped, "spool_full", dropped));
    }
  }

  @Test
  void shouldCountWhatBecomesTooOldOnDisk() throws InterruptedException {
    SpoolOptions shortLived = spool().maxAge(Duration.ofSeconds(1)).build();
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery = new Delivery(Delivery.quick(collector.url()).spool(shortLived).build())) {
      export(delivery, 3, 10);
      delivery.await(() -> delivery.self.sum(EXPORTED) == 30);
      assertBalance(delivery, 0, Map.of("spool_expired", 30L));
      assertThat(delivery.self.by("error.type", "numetry.exporter.spool.dropped"))
          .isEqualTo(Map.of("spool_expired", 3L));
    }
  }

  @Test
  void shouldCountWhatIsBrokenOnDisk() throws Exception {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery =
            new Delivery(Delivery.quick(collector.url()).spool(spool().build()).build())) {
      export(delivery, 1, 1000);
      delivery.flush();
      damage(temp.resolve("spool"));
      delivery.await(() -> delivery.self.sum(EXPORTED) == 1000);
      assertBalance(delivery, 0, Map.of("spool_corrupt", 1000L));
    }
  }

  private static void damage(Path spool) throws IOException {
    try (Stream<Path> files = Files.walk(spool)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".spool")).toList()) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.write(ByteBuffer.wrap("damaged".getBytes(UTF_8)), 10_000);
        }
      }
    }
  }

  /** Points of the process before are handed over by finding them. */
  @Test
  void shouldCountInTheNextProcessWhatIsLeftOnDisk() throws InterruptedException {
    int port;
    try (var collector = new TestCollector().answerAll(TestCollector.status(503))) {
      port = collector.port();
      try (var delivery =
          new Delivery(Delivery.quick(collector.url()).spool(spool().build()).build())) {
        export(delivery, 2, 10);
        delivery.flush();
        delivery.exporter.close();
        assertThat(delivery.self.by("error.type", EXPORTED)).isEmpty();
        assertThat(points(delivery).spooled()).isEqualTo(20);
      }
    }
    try (var collector = new TestCollector(port);
        var delivery =
            new Delivery(Delivery.quick(collector.url()).spool(spool().build()).build())) {
      export(delivery, 1, 3);
      awaitQuiet(delivery);
      assertBalance(delivery, 0, Map.of(OK, 23L));
      assertThat(delivery.self.by("error.type", EXPORTED)).isEqualTo(Map.of(OK, 23L));
    }
  }
}
