package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.spool.ReplayOrder;
import io.numetry.exporter.spool.Spool;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.health.ExporterHealth;
import io.numetry.health.ExporterHealth.Points;
import io.numetry.health.ExporterHealth.State;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames that wait on disk while the destination is away. Each collection has its own size. */
class SpoolDeliveryTest extends DeliveryChecks {
  @TempDir Path temp;

  private SpoolOptions.Builder spool() {
    return SpoolOptions.builder(temp.resolve("spool"))
        .segmentBytes(64 << 10)
        .maxBytes(4 << 20)
        .after(Duration.ZERO)
        .replayBytesPerSecond(0);
  }

  private Delivery delivery(TestCollector collector, SpoolOptions spool) {
    return new Delivery(Delivery.quick(collector.url()).spool(spool).build());
  }

  private static SpoolStatistics spoolOf(Delivery delivery) {
    return delivery.exporter.spoolStatistics().orElseThrow();
  }

  private static ExporterHealth health(Delivery delivery) {
    return delivery.exporter.health().orElseThrow();
  }

  /** Collections of first, first + 1, ... last points. */
  private static void export(Delivery delivery, int first, int last) throws InterruptedException {
    for (int points = first; points <= last; points++) {
      delivery.await(delivery.node::ready);
      delivery.record(points).export();
    }
  }

  private static List<Integer> points(TestCollector collector, int from) {
    return collector.requests().stream().skip(from).map(Frames::points).toList();
  }

  private static List<Integer> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static TestCollector.Answer when(CountDownLatch latch) {
    return exchange -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      TestCollector.status(200).to(exchange);
    };
  }

  @Test
  void shouldKeepCollectingWhileTheDestinationIsAway() throws InterruptedException {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery = delivery(collector, spool().build())) {
      export(delivery, 1, 20);
      delivery.await(() -> spoolOf(delivery).points() == 210);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isZero();
      ExporterHealth away = health(delivery);
      assertThat(away.state()).isEqualTo(State.SPOOLING);
      assertThat(away.points()).isEqualTo(new Points(210, 0, 0, Map.of(), 210, 0));
      assertThat(away.spool().orElseThrow().frames()).isEqualTo(20);

      int before = collector.answerAll(TestCollector.status(200)).received().size();
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 210);
      delivery.await(() -> spoolOf(delivery).records() == 0);
      List<Integer> delivered = points(collector, before);
      // One that was under way at the change may have been refused yet.
      assertThat(delivered.subList(delivered.size() - 20, delivered.size()))
          .isEqualTo(numbers(1, 20));
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(health(delivery).state()).isEqualTo(State.DELIVERING);
      assertThat(health(delivery).points()).isEqualTo(new Points(210, 210, 0, Map.of(), 0, 0));

      export(delivery, 21, 22);
      // They may go through the spool, if it has just been emptied: so a flush is not enough.
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 253);
      assertThat(points(collector, collector.received().size() - 2)).containsExactly(21, 22);
      assertThat(spoolOf(delivery).storedRecords()).isBetween(20L, 22L);
    }
  }

  @Test
  void shouldSendNewFramesBehindThoseInTheSpool() throws InterruptedException {
    var latch = new CountDownLatch(1);
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery = delivery(collector, spool().build())) {
      export(delivery, 1, 5);
      delivery.await(() -> spoolOf(delivery).records() == 5);
      collector.answerAll(when(latch));
      int before = collector.received().size();
      delivery.await(() -> collector.received().size() > before);
      export(delivery, 6, 9);
      latch.countDown();
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 45);
      List<Integer> all = points(collector, 0);
      assertThat(all.subList(all.size() - 9, all.size())).isEqualTo(numbers(1, 9));
    }
  }

  @Test
  void shouldSendNewFramesFirstIfToldSo() throws InterruptedException {
    var latch = new CountDownLatch(1);
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery = delivery(collector, spool().replayOrder(ReplayOrder.LIVE_FIRST).build())) {
      export(delivery, 1, 20);
      delivery.await(() -> spoolOf(delivery).records() == 20);
      // The first one of the spool gets through; then a new frame, with nineteen left. One answer
      // for both, or a second one of the spool might be refused between two.
      var passed = new AtomicBoolean();
      TestCollector.Answer first = TestCollector.status(200);
      TestCollector.Answer later = when(latch);
      collector.answerAll(exchange -> (passed.getAndSet(true) ? later : first).to(exchange));
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() > 0);
      int before = collector.received().size();
      export(delivery, 100, 100);
      latch.countDown();
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 310);
      List<Integer> rest = points(collector, before);
      assertThat(rest.indexOf(100)).isBetween(0, 2);
      assertThat(spoolOf(delivery).storedRecords()).isEqualTo(20);
    }
  }

  @Test
  void shouldLeaveWhatIsUndeliveredToTheNextProcess() throws InterruptedException {
    int port;
    try (var collector = new TestCollector().answerAll(TestCollector.status(503))) {
      port = collector.port();
      SpoolOptions spool = spool().after(Duration.ofHours(1)).build();
      try (var delivery = delivery(collector, spool)) {
        export(delivery, 1, 2);
        delivery.await(() -> delivery.exporter.statistics().retries() > 0);
        assertThat(spoolOf(delivery).records()).isZero();
      }
    }
    try (var collector = new TestCollector(port);
        var delivery = delivery(collector, spool().build())) {
      export(delivery, 3, 3);
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 6);
      assertThat(points(collector, 0)).containsExactly(1, 2, 3);
      assertThat(spoolOf(delivery).recoveredRecords()).isEqualTo(2);
      delivery.await(() -> spoolOf(delivery).records() == 0);
      assertThat(health(delivery).points()).isEqualTo(new Points(6, 6, 0, Map.of(), 0, 0));
    }
  }

  @Test
  void shouldPutAsideAtOnceWhatSomebodyWaitsFor() throws InterruptedException {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery = delivery(collector, spool().after(Duration.ofHours(1)).build())) {
      export(delivery, 7, 7);
      delivery.await(() -> delivery.exporter.statistics().retries() > 0);
      delivery.flush();
      assertThat(spoolOf(delivery).points()).isEqualTo(7);
      assertThat(delivery.exporter.statistics().spooledPoints()).isEqualTo(7);
      collector.answerAll(TestCollector.status(200));
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 7);
    }
  }

  @Test
  void shouldNotSpoolBeforeTheThreshold() throws InterruptedException {
    try (var collector = new TestCollector();
        var delivery = delivery(collector, spool().after(Duration.ofHours(1)).build())) {
      for (int i = 0; i < 5; i++) {
        collector.thenAnswer(TestCollector.status(503));
      }
      export(delivery, 1, 4);
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 10);
      assertThat(spoolOf(delivery).storedRecords()).isZero();
    }
  }

  @Test
  void shouldCountWhatIsRefusedOnTheWayOutOfTheSpool() throws InterruptedException {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery = delivery(collector, spool().build())) {
      export(delivery, 1, 3);
      delivery.await(() -> spoolOf(delivery).records() == 3);
      collector.thenAnswer(TestCollector.status(400));
      collector.answerAll(TestCollector.status(200));
      delivery.await(() -> spoolOf(delivery).records() == 0);
      assertThat(
              delivery.exporter.statistics().acceptedPoints()
                  + delivery.exporter.statistics().droppedPoints())
          .isEqualTo(6);
      assertThat(delivery.exporter.statistics().droppedPoints()).isPositive();
      assertThat(spoolOf(delivery).acknowledgedRecords()).isEqualTo(3);
    }
  }

  /** A frame larger than the spool waits in memory, and those of its node behind it. */
  @Test
  void shouldKeepInMemoryWhatTheSpoolDoesNotTake() throws InterruptedException {
    SpoolOptions small = spool().maxBytes(4 * (64 << 10)).build();
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery = delivery(collector, small)) {
      export(delivery, 1, 1);
      delivery.await(() -> spoolOf(delivery).records() == 1);
      export(delivery, 10_000, 10_001);
      delivery.await(() -> !delivery.node.ready());
      collector.answerAll(TestCollector.status(200));
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 20_002);
      List<Integer> all = points(collector, 0);
      assertThat(all.subList(all.size() - 3, all.size())).containsExactly(1, 10_000, 10_001);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
    }
  }

  /** The spool has frames as they are, so that what replays them may compress as it must. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void shouldReplayCompressed(Compression compression) throws InterruptedException {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery =
            new Delivery(
                Delivery.quick(collector.url())
                    .compression(compression)
                    .spool(spool().build())
                    .build())) {
      export(delivery, 100, 104);
      delivery.await(() -> spoolOf(delivery).records() == 5);
      collector.answerAll(TestCollector.status(200));
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 510);
      assertThat(collector.received())
          .allSatisfy(
              received ->
                  assertThat(received.headers().getFirst("Content-Encoding"))
                      .isEqualTo(compression.toString()));
      assertThat(points(collector, 0).stream().distinct()).containsExactly(100, 101, 102, 103, 104);
    }
  }

  /** What is in the spool is replayed, too, when the destination is back and takes less. */
  @Test
  void shouldReplayWhatIsRefusedForItsCompression() throws InterruptedException {
    try (var collector = new TestCollector().answerAll(TestCollector.status(503));
        var delivery =
            new Delivery(
                Delivery.quick(collector.url())
                    .compression(Compression.ZSTD)
                    .spool(spool().build())
                    .build())) {
      export(delivery, 100, 104);
      delivery.await(() -> spoolOf(delivery).records() == 5);
      collector.answerAll(
          exchange ->
              TestCollector.status(
                      "zstd".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                          ? 415
                          : 200)
                  .to(exchange));
      delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 510);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
    }
  }

  /** Nobody listens; then somebody does, and speaks gRPC. */
  @Test
  void shouldReplayOverGrpc() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (var delivery =
        new Delivery(
            Delivery.quick("http://localhost:" + port)
                .protocol(OtlpProtocol.GRPC)
                .spool(spool().build())
                .build())) {
      export(delivery, 1, 10);
      delivery.await(() -> spoolOf(delivery).records() == 10);
      try (var collector = new GrpcCollector(GrpcCollector.builder(port))) {
        delivery.await(() -> delivery.exporter.statistics().acceptedPoints() == 55);
        assertThat(collector.requests().stream().map(Frames::points)).isEqualTo(numbers(1, 10));
      }
    }
  }

  @Test
  void shouldGoOnWithoutASpoolThatIsInUse() throws Exception {
    SpoolOptions options = spool().build();
    try (var other = Spool.open(options, "other");
        var collector = new TestCollector();
        var delivery = delivery(collector, options)) {
      assertThat(delivery.exporter.spoolStatistics()).isEmpty();
      assertThat(log.warnings()).anySatisfy(line -> assertThat(line).contains("spool"));
      export(delivery, 1, 3);
      delivery.flush();
      assertThat(points(collector, 0)).containsExactly(1, 2, 3);
      assertThat(other.statistics().records()).isZero();
    }
  }
}
