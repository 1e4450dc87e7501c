package io.numetry.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.health.ExporterHealth;
import io.numetry.health.ExporterHealth.Failure;
import io.numetry.health.ExporterHealth.Points;
import io.numetry.health.ExporterHealth.State;
import io.numetry.health.TelemetryHealth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an exporter tells of its health, whatever its destination does. */
class ExporterHealthTest extends DeliveryChecks {

  private static ExporterHealth health(Delivery delivery) {
    return delivery.exporter.health().orElseThrow();
  }

  /** At a quiet moment what was handed over is settled, each point once. */
  private static void assertQuiet(Delivery delivery, Points expected) {
    Points points = health(delivery).points();
    assertThat(points).isEqualTo(expected);
    assertThat(points.delivered() + points.rejected() + points.dropped() + points.inFlight())
        .isEqualTo(points.handedOver());
    assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(points.dropped());
  }

  private static TestCollector.Answer json(String body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      TestCollector.status(200, body.getBytes(UTF_8)).to(exchange);
    };
  }

  @Test
  void shouldTellOfEachWayThatPointsGo() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      assertThat(health(delivery).state()).isEqualTo(State.STARTING);
      assertThat(health(delivery).lastSuccess()).isEmpty();
      assertThat(health(delivery).lastFailure()).isEmpty();
      assertQuiet(delivery, new Points(0, 0, 0, Map.of(), 0, 0));

      delivery.record(3).export().flush();
      assertThat(health(delivery).state()).isEqualTo(State.DELIVERING);
      assertThat(health(delivery).lastSuccess()).isPresent();
      assertQuiet(delivery, new Points(3, 3, 0, Map.of(), 0, 0));

      collector.thenAnswer(TestCollector.status(400));
      delivery.record(5).export().flush();
      assertThat(health(delivery).state()).isEqualTo(State.DELIVERING);
      assertThat(health(delivery).lastFailure().map(Failure::cause)).contains("HTTP status 400");
      assertQuiet(delivery, new Points(8, 3, 0, Map.of("400", 5L), 0, 0));

      collector.thenAnswer(json("{\"partialSuccess\":{\"rejectedDataPoints\":\"2\"}}"));
      delivery.record(7).export().flush();
      assertQuiet(delivery, new Points(15, 8, 2, Map.of("400", 5L), 0, 0));

      collector.thenAnswer(TestCollector.status(503)).thenAnswer(TestCollector.status(413));
      delivery.record(11).export().flush();
      assertQuiet(delivery, new Points(26, 8, 2, Map.of("400", 5L, "413", 11L), 0, 0));
    }
  }

  @Test
  void shouldTellOfPointsTooLargeToBeSent() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).maxRequestBytes(64).build())) {
      delivery.record(4).export().flush();
      assertQuiet(delivery, new Points(4, 0, 0, Map.of("request_too_large", 4L), 0, 0));
      assertThat(health(delivery).state()).isEqualTo(State.STARTING);
    }
  }

  @Test
  void shouldWaitForADestinationThatIsAwayAndTellSo() throws InterruptedException {
    int port;
    try (var former = new TestCollector()) {
      port = former.port();
    }
    try (var delivery = new Delivery(Delivery.quick("http://localhost:" + port).build())) {
      delivery.record(3).export();
      delivery.await(() -> health(delivery).state() == State.WAITING);
      ExporterHealth away = health(delivery);
      assertThat(away.isHealthy()).isFalse();
      assertThat(away.waitingSince()).isPresent();
      assertThat(away.lastFailure()).isPresent();
      assertThat(away.queuedFrames()).isEqualTo(1);
      assertThat(away.points()).isEqualTo(new Points(3, 0, 0, Map.of(), 0, 3));
      assertThat(away.toString())
          .startsWith("OTLP exporter to http://localhost:" + port)
          .contains(": waiting since " + away.waitingSince().orElseThrow());
      // It has been away since the first failure, not since the last.
      delivery.await(() -> delivery.exporter.statistics().retries() > 3);
      assertThat(health(delivery).waitingSince()).isEqualTo(away.waitingSince());

      try (var back = new TestCollector(port)) {
        delivery.flush();
        assertThat(back.requests()).isNotEmpty();
        assertThat(health(delivery).state()).isEqualTo(State.DELIVERING);
        assertThat(health(delivery).waitingSince()).isEmpty();
        assertThat(health(delivery).isHealthy()).isTrue();
        assertQuiet(delivery, new Points(3, 3, 0, Map.of(), 0, 0));
      }
    }
  }

  @Test
  void shouldTellWhatWasLeftWhenItClosed() throws InterruptedException {
    int port;
    try (var former = new TestCollector()) {
      port = former.port();
    }
    var delivery = new Delivery(Delivery.quick("http://localhost:" + port).build());
    try (delivery) {
      delivery.record(3).export();
      delivery.await(() -> health(delivery).state() == State.WAITING);
    }
    assertThat(health(delivery).state()).isEqualTo(State.CLOSED);
    assertThat(health(delivery).waitingSince()).isEmpty();
    assertQuiet(delivery, new Points(3, 0, 0, Map.of("shutdown", 3L), 0, 0));
  }

  @Test
  void shouldBeOneJsonDocument() throws Exception {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector.thenAnswer(TestCollector.status(400));
      delivery.record(2).export().flush();
      String json = new TelemetryHealth(List.of(health(delivery)), List.of()).toJson();
      var parsed = com.google.protobuf.Struct.newBuilder();
      com.google.protobuf.util.JsonFormat.parser().merge(json, parsed);
      var exporter =
          parsed.getFieldsOrThrow("exporters").getListValue().getValues(0).getStructValue();
      assertThat(parsed.getFieldsOrThrow("healthy").getBoolValue()).isTrue();
      assertThat(exporter.getFieldsOrThrow("state").getStringValue()).isEqualTo("delivering");
      assertThat(
              exporter
                  .getFieldsOrThrow("points")
                  .getStructValue()
                  .getFieldsOrThrow("dropped_by_cause")
                  .getStructValue()
                  .getFieldsOrThrow("400")
                  .getNumberValue())
          .isEqualTo(2);
    }
  }
}
