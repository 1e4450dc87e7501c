package io.numetry.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.exporter.testkit.TestCollector.Received;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** OTLP/HTTP in JSON. */
class JsonDeliveryTest extends DeliveryChecks {

  private static OtlpMetricExporter.Builder to(TestCollector collector) {
    return Delivery.quick(collector.url()).protocol(OtlpProtocol.HTTP_JSON);
  }

  private static TestCollector.Answer json(int status, String type, String body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      TestCollector.status(status, body.getBytes(UTF_8)).to(exchange);
    };
  }

  @ParameterizedTest
  @EnumSource
  void shouldSendJson(Compression compression) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector).compression(compression).build())) {
      delivery.record(1000).export().flush();
      Received received = collector.received().getFirst();
      assertThat(received.path()).isEqualTo("/v1/metrics");
      assertThat(received.headers().getFirst("Content-Type")).isEqualTo("application/json");
      assertThat(received.headers().getFirst("Content-Encoding"))
          .isEqualTo(compression == Compression.NONE ? null : compression.toString());
      assertThat(Frames.points(received.request())).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1000);
    }
  }

  /** Larger as JSON than as protobuf; the limit is for what is sent. */
  @Test
  void shouldKeepTheLimitInJson() throws IOException {
    int limit = 20_000;
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector).maxRequestBytes(limit).build())) {
      delivery.record(500).export().flush();
      long points = 0;
      for (Received received : collector.received()) {
        assertThat(received.body().size()).isLessThanOrEqualTo(limit);
        points += Frames.points(received.request());
      }
      assertThat(points).isEqualTo(500);
      assertThat(collector.received()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void shouldSendTheSameAgain() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector).build())) {
      collector.thenAnswer(TestCollector.status(503));
      delivery.record(3).export().flush();
      assertThat(collector.received()).hasSize(2);
      assertThat(collector.received().get(1).body()).isEqualTo(collector.received().get(0).body());
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"\"2\"", "2"})
  void shouldReadPartialSuccess(String rejected) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector).build())) {
      collector.thenAnswer(
          json(
              200,
              "application/json; charset=utf-8",
              "{\"partialSuccess\":{\"rejectedDataPoints\":"
                  + rejected
                  + ",\"errorMessage\":\"too old\"}}"));
      delivery.record(5).export().flush();
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(2);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(3);
      assertThat(log.warnings()).singleElement().asString().contains("2 of 5 points: too old");
    }
  }

  /** Some destinations answer in JSON whatever they were sent. */
  @ParameterizedTest
  @CsvSource({
    "HTTP_JSON, application/json",
    "HTTP_PROTOBUF, application/json",
    "HTTP_JSON, text/plain"
  })
  void shouldTellWhatTheStatusSays(OtlpProtocol protocol, String type) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector).protocol(protocol).build())) {
      collector.thenAnswer(
          json(400, type, "{\"code\":3,\"message\":\"no such tenant\",\"details\":[{}]}"));
      delivery.record(5).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(5);
      assertThat(log.warnings()).singleElement().asString().contains("no such tenant");
      assertThat(log.warnings().getFirst().contains("details"))
          .isEqualTo(type.equals("text/plain"));
    }
  }

  @Test
  void shouldTakeAnUnreadableSuccessForASuccess() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector).build())) {
      collector.thenAnswer(json(200, "application/json", "{\"partialSuccess\":"));
      delivery.record(5).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(5);
      assertThat(log.warnings()).singleElement().asString().contains("unreadable response: JSON");
    }
  }
}
