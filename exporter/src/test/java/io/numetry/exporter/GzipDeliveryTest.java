package io.numetry.exporter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.exporter.testkit.TestCollector.Received;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and responses compressed by gzip. */
class GzipDeliveryTest extends DeliveryChecks {

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static int points(Received received) {
    return points(received.body());
  }

  private static int points(ByteString body) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body.toByteArray()))) {
      return Frames.points(Frames.parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestCollector.Answer compressed(int status, byte[] content) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      TestCollector.status(status, content).to(exchange);
    };
  }

  private static byte[] partialSuccess(String message) {
    return ExportMetricsServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportMetricsPartialSuccess.newBuilder()
                .setRejectedDataPoints(1)
                .setErrorMessage(message))
        .build()
        .toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 9})
  void shouldCompressRequests(int level) {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(
                Delivery.quick(collector.url())
                    .compression(Compression.GZIP)
                    .compressionLevel(level)
                    .build())) {
      for (int points : new int[] {1, 10_000, 3, 20_000, 2}) {
        delivery.record(points).export().flush();
      }
      assertThat(collector.received().stream().map(each -> points(each)))
          .containsExactly(1, 10_000, 3, 20_000, 2);
      assertThat(collector.received())
          .allMatch(each -> each.headers().get("Content-encoding").equals(List.of("gzip")));
      long bytes = collector.received().stream().mapToLong(each -> each.body().size()).sum();
      assertThat(delivery.exporter.statistics().requestBytes()).isEqualTo(bytes);
      assertThat(bytes).as("less than a third of what is sent otherwise").isLessThan(30_000 * 15);
    }
  }

  /** What is sent again is the same, and frames of later collections do not get into it. */
  @Test
  void shouldSendTheSameAgain() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(
                Delivery.quick(collector.url())
                    .compression(Compression.GZIP)
                    .maxRequestBytes(500)
                    .maxInFlight(3)
                    .build())) {
      for (int round = 0; round < 20; round++) {
        collector
            .thenAnswer(TestCollector.status(503))
            .thenAnswer(TestCollector.status(200))
            .thenAnswer(TestCollector.status(503));
        delivery.record(30).export().flush();
      }
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(40);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(600);
      assertThat(
              collector.received().stream()
                  .map(Received::body)
                  .distinct()
                  .mapToInt(body -> points(body))
                  .sum())
          .isEqualTo(600);
    }
  }

  @Test
  void shouldReadCompressedResponses() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector
          .thenAnswer(compressed(200, gzip(partialSuccess("too old"))))
          .thenAnswer(compressed(400, gzip("no such tenant".getBytes(US_ASCII))))
          .thenAnswer(compressed(400, "no gzip".getBytes(US_ASCII)))
          .thenAnswer(compressed(200, "no gzip".getBytes(US_ASCII)));
      delivery.record(10).export().flush();
      delivery.record(20).export().flush();
      delivery.record(40).export().flush();
      delivery.record(80).export().flush();
      assertThat(collector.received().getFirst().headers())
          .containsEntry("Accept-encoding", List.of("gzip"));
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(89);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(60);
      assertThat(log.warnings().get(0)).contains("rejected 1 of 10 points: too old");
      assertThat(log.warnings().get(1)).contains("HTTP status 400, no such tenant");
    }
  }

  /** A gigabyte of nothing is a megabyte on the wire. It is neither read nor kept. */
  @Test
  void shouldNotFallForABomb() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 1024; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertThat(bomb.size()).isLessThan(4 << 20);
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector
          .thenAnswer(compressed(200, bomb.toByteArray()))
          .thenAnswer(compressed(400, bomb.toByteArray()));
      delivery.record(1).export().flush();
      delivery.record(2).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(3);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("a response of more than 4194304 bytes");
    }
  }

  @Test
  void shouldNotFallForABombInGrpc() {
    byte[] bomb = gzip(new byte[100_000]);
    byte[] framed =
        ByteBuffer.allocate(5 + bomb.length).put((byte) 1).putInt(bomb.length).put(bomb).array();
    try (var server = new Http2Server();
        var delivery =
            new Delivery(
                Delivery.quick(server.url())
                    .protocol(OtlpProtocol.GRPC)
                    .maxResponseBytes(10_000)
                    .build())) {
      server.thenAnswer(
          exchange ->
              exchange
                  .headers(
                      false,
                      ":status",
                      "200",
                      "content-type",
                      "application/grpc",
                      "grpc-encoding",
                      "gzip")
                  .data(false, framed)
                  .headers(true, "grpc-status", "0"));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(1);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("a response of more than 10000 bytes");
    }
  }
}
