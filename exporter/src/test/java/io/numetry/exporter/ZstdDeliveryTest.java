package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.TestCollector;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests compressed by zstd, to destinations that take it. */
class ZstdDeliveryTest extends DeliveryChecks {
  private static final ExportMetricsServiceResponse ONE_REJECTED =
      ExportMetricsServiceResponse.newBuilder()
          .setPartialSuccess(
              ExportMetricsPartialSuccess.newBuilder()
                  .setRejectedDataPoints(1)
                  .setErrorMessage("too old"))
          .build();

  private static OtlpMetricExporter.Builder zstd(String url) {
    return Delivery.quick(url).compression(Compression.ZSTD);
  }

  private static int points(List<ExportMetricsServiceRequest> requests) {
    return requests.stream().mapToInt(Frames::points).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 9})
  void shouldCompressOverHttp1(int level) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(zstd(collector.url()).compressionLevel(level).build())) {
      for (int points : new int[] {1, 10_000, 3, 20_000, 2}) {
        delivery.record(points).export().flush();
      }
      assertThat(collector.requests().stream().map(Frames::points))
          .containsExactly(1, 10_000, 3, 20_000, 2);
      assertThat(collector.received())
          .allMatch(each -> each.headers().get("Content-encoding").equals(List.of("zstd")));
      long bytes = collector.received().stream().mapToLong(each -> each.body().size()).sum();
      assertThat(delivery.exporter.statistics().requestBytes()).isEqualTo(bytes);
      assertThat(bytes).as("less than a third of what is sent otherwise").isLessThan(30_000 * 15);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldCompressOverHttp2() {
    try (var server = new Http2Server();
        var delivery =
            new Delivery(
                zstd(server.url()).httpVersion(HttpVersion.HTTP_2).maxRequestBytes(1000).build())) {
      delivery.record(3).export().flush();
      delivery.record(1_000).export().flush();
      assertThat(server.received()).hasSizeGreaterThan(20);
      assertThat(server.received())
          .allSatisfy(each -> assertThat(each.headers()).containsEntry("content-encoding", "zstd"));
      assertThat(points(server.received().stream().map(Http2Server.Received::httpRequest).toList()))
          .isEqualTo(1_003);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1_003);
    }
  }

  @Test
  void shouldCompressMessagesOfGrpc() {
    try (var server = new Http2Server();
        var delivery = new Delivery(zstd(server.url()).protocol(OtlpProtocol.GRPC).build())) {
      delivery.record(2_000).export().flush();
      Http2Server.Received received = server.received().getFirst();
      assertThat(received.headers())
          .containsEntry("grpc-encoding", "zstd")
          .doesNotContainKey("content-encoding");
      assertThat(received.body().byteAt(0)).as("compressed").isOne();
      assertThat(received.body().substring(1, 5).asReadOnlyByteBuffer().getInt())
          .isEqualTo(received.body().size() - 5);
      assertThat(Frames.points(received.grpcRequest())).isEqualTo(2_000);
    }
  }

  /** Large collections are several requests; each is compressed by itself. */
  @Test
  void shouldSplitIntoChunksOverGrpc() {
    try (var collector = new GrpcCollector();
        var delivery =
            new Delivery(
                zstd("http://" + collector.authority())
                    .protocol(OtlpProtocol.GRPC)
                    .maxRequestBytes(10_000)
                    .maxInFlight(4)
                    .build())) {
      for (int points : new int[] {1, 20_000, 7}) {
        delivery.record(points).export().flush();
      }
      assertThat(collector.requests()).hasSizeGreaterThan(20);
      assertThat(collector.header("grpc-encoding")).containsOnly("zstd");
      assertThat(points(collector.requests())).isEqualTo(20_008);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(20_008);
      assertThat(log.lines()).isEmpty();
    }
  }

  /** What is sent again is the same, and frames of later collections do not get into it. */
  @Test
  void shouldSendTheSameAgain() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(zstd(collector.url()).maxRequestBytes(500).maxInFlight(3).build())) {
      for (int round = 0; round < 20; round++) {
        collector
            .thenAnswer(TestCollector.status(503))
            .thenAnswer(TestCollector.status(200))
            .thenAnswer(TestCollector.status(503));
        delivery.record(30).export().flush();
      }
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(40);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(600);
      assertThat(points(collector.requests().stream().distinct().toList())).isEqualTo(600);
    }
  }

  @Test
  void shouldCountAPartialSuccess() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(zstd(collector.url()).build())) {
      collector.thenAnswer(TestCollector.status(200, ONE_REJECTED.toByteArray()));
      delivery.record(10).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(9);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(1);
      assertThat(log.warnings()).singleElement().asString().contains("rejected 1 of 10 points");
    }
  }

  /** As gRPC's library for Go answers what comes compressed, and the Collector with it. */
  @Test
  void shouldReadAnAnswerThatIsCompressedAsTheRequestWas() {
    byte[] message = com.github.luben.zstd.Zstd.compress(ONE_REJECTED.toByteArray());
    byte[] framed =
        ByteBuffer.allocate(5 + message.length)
            .put((byte) 1)
            .putInt(message.length)
            .put(message)
            .array();
    try (var server = new Http2Server();
        var delivery = new Delivery(zstd(server.url()).protocol(OtlpProtocol.GRPC).build())) {
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
                      "zstd")
                  .data(false, framed)
                  .headers(true, "grpc-status", "0"));
      delivery.record(10).export().flush();
      assertThat(server.received().getFirst().headers())
          .containsEntry("grpc-accept-encoding", "gzip,zstd");
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(9);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(1);
    }
  }

  @Test
  void shouldCountAPartialSuccessOverGrpc() {
    try (var collector = new GrpcCollector();
        var delivery =
            new Delivery(
                zstd("http://" + collector.authority()).protocol(OtlpProtocol.GRPC).build())) {
      collector.thenAnswer(
          call -> {
            call.onNext(ONE_REJECTED);
            call.onCompleted();
          });
      delivery.record(10).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(9);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(1);
    }
  }
}
