package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.TestCollector;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Several requests on their way at a time. */
class ConcurrentDeliveryTest extends DeliveryChecks {

  private static TestCollector.Answer after(CountDownLatch latch, int status) {
    return exchange -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      TestCollector.status(status).to(exchange);
    };
  }

  /** With HTTP/1.1 each has a connection of its own. */
  @Test
  void shouldSendARequestOnEachConnection() throws InterruptedException {
    var latch = new CountDownLatch(1);
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(
                Delivery.quick(collector.url()).maxRequestBytes(500).maxInFlight(3).build())) {
      for (int i = 0; i < 3; i++) {
        collector.thenAnswer(after(latch, 200));
      }
      delivery.record(100).export();
      delivery.await(() -> collector.received().size() == 3);
      latch.countDown();
      delivery.flush();
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(3);
      assertThat(collector.requests().stream().mapToInt(Frames::points).sum()).isEqualTo(100);
    }
  }

  @Test
  void shouldSendOneRequestAtATimeByDefault() throws InterruptedException {
    var latch = new CountDownLatch(1);
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).maxRequestBytes(500).build())) {
      collector.thenAnswer(after(latch, 200));
      delivery.record(100).export();
      delivery.await(() -> collector.received().size() == 1);
      assertThat(delivery.exporter.flush(50_000_000)).isFalse();
      assertThat(collector.received()).hasSize(1);
      latch.countDown();
      delivery.flush();
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(1);
    }
  }

  /** The later collection has later values of the same series: it waits, whatever room there is. */
  @Test
  void shouldNotLetACollectionOvertakeTheOneBefore() throws InterruptedException {
    var latch = new CountDownLatch(1);
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).maxInFlight(8).build())) {
      collector.thenAnswer(after(latch, 503));
      delivery.record(1).export();
      delivery.record(2).export();
      delivery.await(() -> collector.received().size() == 1);
      assertThat(delivery.exporter.flush(50_000_000)).isFalse();
      assertThat(collector.received()).hasSize(1);
      latch.countDown();
      delivery.flush();
      assertThat(collector.requests().stream().map(Frames::points)).containsExactly(1, 1, 2);
    }
  }

  @Test
  void shouldShareAConnectionOfHttp2() {
    try (var server = new Http2Server();
        var delivery =
            new Delivery(
                Delivery.quick(server.url())
                    .httpVersion(HttpVersion.HTTP_2)
                    .maxRequestBytes(500)
                    .maxInFlight(5)
                    .build())) {
      delivery.record(1000).export().flush();
      assertThat(
              server.received().stream()
                  .mapToInt(received -> Frames.points(received.httpRequest()))
                  .sum())
          .isEqualTo(1000);
      assertThat(server.mostStreams()).isBetween(2, 5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Several failures at a time are one pause, after which one request goes ahead. */
  @Test
  void shouldPauseForAllAfterFailures() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(
                Delivery.quick(collector.url()).maxRequestBytes(500).maxInFlight(4).build())) {
      for (int i = 0; i < 9; i++) {
        collector.thenAnswer(TestCollector.status(503));
      }
      delivery.record(200).export().flush();
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(9);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(200);
      assertThat(List.copyOf(log.warnings())).hasSize(1);
    }
  }
}
