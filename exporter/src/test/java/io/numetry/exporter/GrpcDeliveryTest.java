package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCallStreamObserver;
import io.netty.handler.codec.http2.Http2Error;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.Http2Server.Received;
import io.numetry.exporter.testkit.RawServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OTLP/gRPC, with gRPC's own library at the other end, and with one that does what it should not.
 */
class GrpcDeliveryTest extends DeliveryChecks {

  private static OtlpMetricExporter.Builder grpc(String endpoint) {
    return Delivery.quick(endpoint).protocol(OtlpProtocol.GRPC).insecure(true);
  }

  private static StatusRuntimeException withRetryInfo(Status.Code code, Duration delay) {
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage("späť")
            .addDetails(Any.pack(ErrorInfo.newBuilder().setReason("r").build()))
            .addDetails(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay).build()))
            .build());
  }

  @ParameterizedTest
  @EnumSource
  void shouldDeliver(Compression compression) {
    try (var collector = new GrpcCollector();
        var delivery =
            new Delivery(
                grpc(collector.authority())
                    .compression(compression)
                    .header("api-key", "s3cret")
                    .build())) {
      for (int i = 1; i <= 5; i++) {
        delivery.record(i * 100).export().flush();
      }
      assertThat(collector.requests().stream().map(Frames::points))
          .containsExactly(100, 200, 300, 400, 500);
      assertThat(collector.header("api-key")).containsOnly("s3cret");
      assertThat(collector.header("user-agent").getFirst()).startsWith("Numetry/");
      assertThat(collector.header("grpc-encoding"))
          .containsOnly(compression == Compression.NONE ? "null" : compression.toString());
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1500);
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(1);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldSpeakAsGrpcAsks() {
    try (var server = new Http2Server();
        var delivery = new Delivery(grpc(server.url() + "/ignored").build())) {
      delivery.record(3).export().flush();
      Received received = server.received().getFirst();
      assertThat(received.headers())
          .containsEntry(":method", "POST")
          .containsEntry(":scheme", "http")
          .containsEntry(":path", "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")
          .containsEntry(":authority", "localhost:" + server.port())
          .containsEntry("content-type", "application/grpc+proto")
          .containsEntry("te", "trailers")
          .containsEntry("grpc-timeout", "10000000u")
          .containsEntry("grpc-accept-encoding", "gzip")
          .doesNotContainKeys("content-length", "grpc-encoding", "content-encoding");
      assertThat(received.body().byteAt(0)).as("not compressed").isZero();
      assertThat(received.body().substring(1, 5).asReadOnlyByteBuffer().getInt())
          .isEqualTo(received.body().size() - 5);
      assertThat(Frames.points(received.grpcRequest())).isEqualTo(3);
      assertThat(delivery.exporter.statistics().requestBytes()).isEqualTo(received.body().size());
    }
  }

  /** By the specification's table; in trailers and in trailers alone it means the same. */
  @ParameterizedTest
  @CsvSource({
    "CANCELLED, true",
    "UNKNOWN, false",
    "INVALID_ARGUMENT, false",
    "DEADLINE_EXCEEDED, true",
    "NOT_FOUND, false",
    "ALREADY_EXISTS, false",
    "PERMISSION_DENIED, false",
    "RESOURCE_EXHAUSTED, false",
    "FAILED_PRECONDITION, false",
    "ABORTED, true",
    "OUT_OF_RANGE, true",
    "UNIMPLEMENTED, false",
    "INTERNAL, false",
    "UNAVAILABLE, true",
    "DATA_LOSS, true",
    "UNAUTHENTICATED, false",
  })
  void shouldTryAgainByTheStatus(Status.Code code, boolean again) {
    try (var collector = new GrpcCollector();
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      collector.thenAnswer(
          call -> call.onError(Status.fromCode(code).withDescription("späť").asException()));
      collector.thenAnswer(
          call -> {
            // A message first makes the status come in trailers of their own.
            call.onNext(ExportMetricsServiceResponse.getDefaultInstance());
            call.onError(Status.fromCode(code).asException());
          });
      delivery.record(2).export().flush();
      delivery.record(3).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(again ? 5 : 0);
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(again ? 0 : 5);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(again ? 2 : 0);
      assertThat(log.warnings().getFirst())
          .contains("gRPC status " + code + " (" + code.value() + "), späť");
    }
  }

  @Test
  void shouldTryExhaustedResourcesAgainOnlyWithRetryInfo() {
    try (var collector = new GrpcCollector();
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      collector.thenAnswer(
          call ->
              call.onError(
                  withRetryInfo(
                      Status.Code.RESOURCE_EXHAUSTED,
                      Duration.newBuilder().setNanos(1_000_000).build())));
      delivery.record(2).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(2);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(1);
    }
  }

  /** With waits of milliseconds of its own, only the delay can hold the exporter back. */
  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"RESOURCE_EXHAUSTED", "UNAVAILABLE"})
  void shouldThrottleAsRetryInfoAsks(Status.Code code) throws InterruptedException {
    try (var collector = new GrpcCollector();
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      collector.thenAnswer(
          call -> call.onError(withRetryInfo(code, Duration.newBuilder().setSeconds(600).build())));
      delivery.record(2).export();
      delivery.await(() -> delivery.exporter.statistics().retries() == 1);
      assertThat(delivery.exporter.flush(TimeUnit.MILLISECONDS.toNanos(100))).isFalse();
      assertThat(collector.requests()).hasSize(1);
    }
  }

  /** A delay is no leave for what is not to be tried again. */
  @Test
  void shouldNotTryAgainWhatIsRefusedWithRetryInfo() {
    try (var collector = new GrpcCollector();
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      collector.thenAnswer(
          call ->
              call.onError(
                  withRetryInfo(Status.Code.INTERNAL, Duration.newBuilder().setNanos(1).build())));
      delivery.record(2).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(2);
    }
  }

  @Test
  void shouldCountWhatAPartialSuccessRejects() {
    try (var collector = new GrpcCollector();
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      collector.thenAnswer(
          call -> {
            call.onNext(
                ExportMetricsServiceResponse.newBuilder()
                    .setPartialSuccess(
                        ExportMetricsPartialSuccess.newBuilder()
                            .setRejectedDataPoints(3)
                            .setErrorMessage("too old"))
                    .build());
            call.onCompleted();
          });
      delivery.record(10).export().flush();
      assertThat(collector.requests()).hasSize(1);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(7);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(3);
      assertThat(log.warnings()).singleElement().asString().contains("rejected 3 of 10 points");
    }
  }

  /** grpc-java answers compressed if it is told to: the response is read all the same. */
  @Test
  void shouldReadACompressedResponse() {
    try (var collector = new GrpcCollector();
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      collector.thenAnswer(
          call -> {
            ((ServerCallStreamObserver<?>) call).setCompression("gzip");
            call.onNext(
                ExportMetricsServiceResponse.newBuilder()
                    .setPartialSuccess(
                        ExportMetricsPartialSuccess.newBuilder().setRejectedDataPoints(1))
                    .build());
            call.onCompleted();
          });
      delivery.record(10).export().flush();
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, false, INTERNAL",
    "401, false, UNAUTHENTICATED",
    "403, false, PERMISSION_DENIED",
    "404, false, UNIMPLEMENTED",
    "429, true, UNAVAILABLE",
    "500, false, UNKNOWN",
    "502, true, UNAVAILABLE",
    "503, true, UNAVAILABLE",
    "504, true, UNAVAILABLE",
    "200, false, UNKNOWN",
  })
  void shouldGoByTheHttpStatusWithoutAnotherOne(String http, boolean again, String status) {
    try (var server = new Http2Server();
        var delivery = new Delivery(grpc(server.url()).build())) {
      server.thenAnswer(
          exchange ->
              exchange
                  .headers(false, ":status", http, "content-type", "text/html")
                  .data(true, new byte[10]));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(again ? 1 : 0);
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(again ? 0 : 1);
      assertThat(log.warnings().getFirst()).contains("gRPC status " + status);
    }
  }

  /** Trailers alone are headers that end the stream. */
  @Test
  void shouldReadTrailersAlone() {
    try (var server = new Http2Server();
        var delivery = new Delivery(grpc(server.url()).build())) {
      server.thenAnswer(
          exchange ->
              exchange.headers(
                  true,
                  ":status",
                  "200",
                  "content-type",
                  "application/grpc",
                  "grpc-status",
                  "14",
                  "grpc-message",
                  "no%20time%0A%ff%zz%"));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(1);
      assertThat(log.warnings().getFirst())
          .contains("gRPC status UNAVAILABLE (14), no time \uFFFD%zz%");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "-1", "99999999999", "x", ""})
  void shouldTakeAStatusThatIsNoneForUnknown(String status) {
    try (var server = new Http2Server();
        var delivery = new Delivery(grpc(server.url()).build())) {
      server.thenAnswer(
          exchange -> exchange.headers(true, ":status", "200", "grpc-status", status));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(1);
      assertThat(log.warnings().getFirst()).contains("gRPC status UNKNOWN (2)");
    }
  }

  /** By "gRPC over HTTP2", errors. */
  @ParameterizedTest
  @CsvSource({
    "NO_ERROR, false",
    "PROTOCOL_ERROR, false",
    "INTERNAL_ERROR, false",
    "FLOW_CONTROL_ERROR, false",
    "FRAME_SIZE_ERROR, false",
    "CANCEL, true",
    "ENHANCE_YOUR_CALM, false",
    "INADEQUATE_SECURITY, false",
  })
  void shouldGoByTheErrorOfAResetStream(Http2Error error, boolean again) {
    try (var server = new Http2Server();
        var delivery = new Delivery(grpc(server.url()).build())) {
      server.thenAnswer(exchange -> exchange.reset(error.code()));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(again ? 1 : 0);
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(again ? 0 : 1);
    }
  }

  /** Deliveries that were refused for want of a slot are repeated without a wait. */
  @Test
  void shouldSendARefusedStreamAgainAtOnce() {
    try (var server = new Http2Server();
        var delivery = new Delivery(grpc(server.url()).build())) {
      server.thenAnswerAtOnce(exchange -> exchange.reset(Http2Error.REFUSED_STREAM.code()));
      server.thenAnswer(exchange -> exchange.goAway(exchange.streamId() - 2));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(log.lines()).isEmpty();
    }
  }

  /** What cannot be read of a success is still one. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "\0\0\0\0\7abc", "\1\0\0\0\1x", "\0\0\0\0\2\n\u007F"})
  void shouldTakeASuccessForOneWhateverItsMessage(String content) {
    try (var server = new Http2Server();
        var delivery = new Delivery(grpc(server.url()).build())) {
      server.thenAnswer(
          exchange ->
              exchange
                  .headers(false, ":status", "200", "content-type", "application/grpc")
                  .data(false, content.getBytes(StandardCharsets.ISO_8859_1))
                  .headers(true, "grpc-status", "0"));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
    }
  }

  @Test
  void shouldTryAgainAtSomethingThatIsNoGrpc() throws InterruptedException {
    try (var server =
            new RawServer(
                connection ->
                    connection
                        .getOutputStream()
                        .write(
                            "HTTP/1.1 400 Bad Request\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII)));
        var delivery = new Delivery(grpc(server.url()).build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 1);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(log.warnings()).singleElement().asString().contains("no HTTP/2: ");
    }
  }

  /** gRPC's library refuses what is larger than it was told to take: never to be tried again. */
  @Test
  void shouldDropARequestThatTheServerFindsTooLarge() {
    try (var collector = new GrpcCollector(GrpcCollector.builder().maxInboundMessageSize(1000));
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      delivery.record(1000).export().flush();
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
      assertThat(log.warnings()).singleElement().asString().contains("RESOURCE_EXHAUSTED (8)");
    }
  }

  /** The server's own trailers and headers do not disturb. */
  @Test
  void shouldNotMindFurtherTrailers() {
    try (var collector = new GrpcCollector();
        var delivery = new Delivery(grpc(collector.authority()).build())) {
      var trailers = new Metadata();
      trailers.put(Metadata.Key.of("x", Metadata.ASCII_STRING_MARSHALLER), "y");
      collector.thenAnswer(call -> call.onError(Status.UNAVAILABLE.asException(trailers)));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
    }
  }
}
