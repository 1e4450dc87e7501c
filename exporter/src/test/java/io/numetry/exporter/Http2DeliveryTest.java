package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Settings;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.testkit.Certificates;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.Http2Server.Received;
import io.numetry.exporter.testkit.RawServer;
import io.numetry.exporter.testkit.TestCollector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OTLP/HTTP over HTTP/2, and what may happen to a connection and its streams. */
class Http2DeliveryTest extends DeliveryChecks {

  private static OtlpMetricExporter.Builder http2(Http2Server server) {
    return Delivery.quick(server.url()).httpVersion(HttpVersion.HTTP_2);
  }

  private static List<Integer> points(Http2Server server) {
    return server.received().stream().map(Received::httpRequest).map(Frames::points).toList();
  }

  @Test
  void shouldDeliverWithoutTlsWhereToldTo() {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).header("api-key", "s3cret").build())) {
      for (int i = 1; i <= 5; i++) {
        delivery.record(i).export().flush();
      }
      assertThat(points(server)).containsExactly(1, 2, 3, 4, 5);
      Received received = server.received().getFirst();
      assertThat(received.headers())
          .containsEntry(":method", "POST")
          .containsEntry(":scheme", "http")
          .containsEntry(":path", "/v1/metrics")
          .containsEntry(":authority", "localhost:" + server.port())
          .containsEntry("content-type", "application/x-protobuf")
          .containsEntry("content-length", Integer.toString(received.body().size()))
          .containsEntry("accept-encoding", "gzip")
          .containsEntry("api-key", "s3cret")
          .containsKey("user-agent")
          .doesNotContainKeys("te", "content-encoding", "transfer-encoding");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(1);
      assertThat(log.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldAgreeToAVersionByTls(HttpVersion version, @TempDir Path folder) {
    var certificates = new Certificates(folder);
    try (var server = Http2Server.withTls(certificates.server(), "h2", "http/1.1");
        var delivery =
            new Delivery(
                Delivery.quick(server.url())
                    .certificate(certificates.authority())
                    .httpVersion(version)
                    .timeout(Duration.ofMillis(300))
                    .build())) {
      if (version == HttpVersion.HTTP_1_1) {
        // This server has nothing but HTTP/2: it is enough to see that it is not asked for it.
        delivery.record(1).export();
        assertThat(delivery.exporter.flush(0)).isFalse();
        assertThat(server.received()).isEmpty();
      } else {
        delivery.record(3).export().flush();
        assertThat(points(server)).containsExactly(3);
        assertThat(server.received().getFirst().headers()).containsEntry(":scheme", "https");
      }
    }
  }

  /** Where nothing can be negotiated, the attempt tells. */
  @Test
  void shouldFallBackToHttp1() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(Delivery.quick(collector.url()).httpVersion(HttpVersion.HTTP_2).build())) {
      for (int i = 1; i <= 3; i++) {
        delivery.record(i).export().flush();
      }
      assertThat(collector.requests().stream().map(Frames::points)).containsExactly(1, 2, 3);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(1);
      assertThat(log.lines())
          .containsExactly(
              "INFO "
                  + collector.url()
                  + "/v1/metrics does not understand HTTP/2 without TLS: HTTP/1.1 is used instead (told"
                  + " once)");
    }
  }

  /** Far more than the destination's windows: the rest waits for its WINDOW_UPDATEs. */
  @Test
  void shouldObeyFlowControl() {
    try (var server = new Http2Server(Http2Settings.defaultSettings().initialWindowSize(1000));
        var delivery = new Delivery(http2(server).build())) {
      delivery.record(20_000).export().flush();
      assertThat(points(server)).containsExactly(20_000);
      assertThat(delivery.exporter.statistics().retries()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shouldOpenNoMoreStreamsThanAllowed(int allowed) {
    try (var server =
            new Http2Server(Http2Settings.defaultSettings().maxConcurrentStreams(allowed));
        var delivery = new Delivery(http2(server).maxRequestBytes(500).maxInFlight(10).build())) {
      delivery.record(200).export().flush();
      assertThat(points(server).stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
      assertThat(server.mostStreams()).isLessThanOrEqualTo(allowed);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldWaitWhileNoStreamIsAllowed() throws InterruptedException {
    try (var server = new Http2Server(Http2Settings.defaultSettings().maxConcurrentStreams(0));
        var delivery = new Delivery(http2(server).timeout(Duration.ofMillis(50)).build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 2);
      assertThat(server.received()).isEmpty();
      assertThat(log.warnings()).singleElement().asString().contains("no response within 50 ms");
    }
  }

  /** The destination served the stream and closes: what comes next goes elsewhere. */
  @Test
  void shouldReconnectAfterGoAway() throws InterruptedException {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).build())) {
      server.thenAnswer(exchange -> exchange.goAway(exchange.streamId()).accept());
      delivery.record(1).export().flush();
      delivery.record(2).export().flush();
      assertThat(points(server)).containsExactly(1, 2);
      assertThat(server.connections()).isEqualTo(2);
      delivery.await(() -> server.openConnections() == 1);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(log.lines()).isEmpty();
    }
  }

  /**
   * A stream above the last one of a GOAWAY was not served: it may be sent again without a wait.
   */
  @Test
  void shouldSendAgainAtOnceWhatAGoAwayLeavesOut() {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).build())) {
      delivery.record(1).export().flush();
      server.thenAnswer(exchange -> exchange.goAway(exchange.streamId() - 2));
      delivery.record(2).export().flush();
      assertThat(points(server)).containsExactly(1, 2, 2);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldSendARefusedStreamAgainAtOnceButNotForEver() throws InterruptedException {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).build())) {
      for (int i = 0; i < 3; i++) {
        server.thenAnswerAtOnce(exchange -> exchange.reset(Http2Error.REFUSED_STREAM.code()));
      }
      delivery.record(1).export().flush();
      assertThat(points(server)).containsExactly(1);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(log.lines()).isEmpty();
      for (int i = 0; i < 4; i++) {
        server.thenAnswerAtOnce(exchange -> exchange.reset(Http2Error.REFUSED_STREAM.code()));
      }
      delivery.record(2).export().flush();
      assertThat(points(server)).containsExactly(1, 2);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(1);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("the destination refuses the stream");
    }
  }

  /** As a lost connection: whether the request was served is not known. */
  @Test
  void shouldTryAgainAfterAResetStream() {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).build())) {
      server.thenAnswer(exchange -> exchange.reset(Http2Error.INTERNAL_ERROR.code()));
      server.thenAnswer(
          exchange -> exchange.headers(false, ":status", "200").reset(Http2Error.CANCEL.code()));
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void shouldTryAgainAfterAConnectionThatWasCut() {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).build())) {
      server.thenAnswer(Http2Server.Exchange::cut);
      server.thenAnswer(exchange -> exchange.headers(false, ":status", "200").cut());
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(2);
    }
  }

  /** An idle connection that turns out to be closed is no failure. */
  @Test
  void shouldSendAgainAtOnceIfAReusedConnectionIsCut() {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).build())) {
      delivery.record(1).export().flush();
      server.thenAnswer(Http2Server.Exchange::cut);
      delivery.record(2).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(3);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(log.lines()).isEmpty();
    }
  }

  /** After a call that ran out of time nobody knows whether anything still comes through. */
  @Test
  void shouldTakeAnotherConnectionAfterATimeout() throws InterruptedException {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).timeout(Duration.ofMillis(200)).build())) {
      server.thenAnswer(exchange -> {});
      delivery.record(5).export().flush();
      assertThat(points(server)).containsExactly(5, 5);
      assertThat(server.connections()).isEqualTo(2);
      delivery.await(() -> server.openConnections() == 1);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(1);
      assertThat(log.warnings()).singleElement().asString().contains("no response within 200 ms");
    }
  }

  /** An answer amid a request of which far more is to come than sockets and windows hold. */
  @Test
  void shouldTakeAnAnswerBeforeTheRequestsEnd() {
    try (var server = new Http2Server(Http2Settings.defaultSettings().initialWindowSize(100));
        var delivery = new Delivery(http2(server).build())) {
      server.thenAnswerAtOnce(exchange -> exchange.headers(true, ":status", "413"));
      delivery.record(50_000).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(50_000);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Windows that never open again hold the frame's memory until the time limit. */
  @Test
  void shouldKeepAFrameUntilTheWindowThatIsShutIsGone() throws InterruptedException {
    try (var server = new Http2Server(Http2Settings.defaultSettings().initialWindowSize(0));
        var delivery = new Delivery(http2(server).timeout(Duration.ofMillis(100)).build())) {
      delivery.record(10_000).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 2);
      delivery.exporter.close();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(10_000);
    }
  }

  /** The windows are open, but nobody reads: what is left of the request is stuck in the socket. */
  @Test
  void shouldHangUpOnAPeerThatDoesNotRead() throws InterruptedException {
    // SETTINGS with the largest window for streams, and WINDOW_UPDATE of the connection's.
    byte[] greeting =
        HexFormat.of()
            .parseHex("000006040000000000" + "00047fffffff" + "000004080000000000" + "7fff0000");
    var done = new CountDownLatch(1);
    try (var server =
            new RawServer(
                connection -> {
                  connection.getOutputStream().write(greeting);
                  try {
                    done.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        var delivery =
            new Delivery(
                Delivery.quick(server.url())
                    .httpVersion(HttpVersion.HTTP_2)
                    .timeout(Duration.ofMillis(500))
                    .build())) {
      delivery.record(300_000).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 1);
      assertThat(delivery.exporter.statistics().requestBytes()).isGreaterThan(10_000_000);
      delivery.exporter.close();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(300_000);
      done.countDown();
    }
  }

  @Test
  void shouldRefuseAResponseThatIsTooBig() {
    try (var server = new Http2Server();
        var delivery = new Delivery(http2(server).maxResponseBytes(1000).build())) {
      server.thenAnswer(
          exchange -> exchange.headers(false, ":status", "200").data(true, new byte[1001]));
      delivery.record(1).export().flush();
      delivery.record(2).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(2);
      assertThat(log.warnings().getFirst()).contains("a response of more than 1000 bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 503 Not now\r\nContent-Length: 0\r\n\r\n", "SSH-2.0-x\r\n"})
  void shouldNotMistakeAnythingForHttp2(String greeting) throws InterruptedException {
    try (var server =
            new RawServer(
                connection -> {
                  connection.getInputStream().readNBytes(10);
                  connection.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                });
        var delivery =
            new Delivery(Delivery.quick(server.url()).httpVersion(HttpVersion.HTTP_2).build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 1);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
    }
  }
}
