package io.numetry.exporter;

import static io.numetry.exporter.testkit.TestCollector.status;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.numetry.Version;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.LeakCheck;
import io.numetry.exporter.testkit.LogCapture;
import io.numetry.exporter.testkit.RawServer;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.exporter.testkit.TestCollector.Received;
import io.numetry.exporter.testkit.TestNode;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.MemoryTag;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final LeakCheck LEAKS = new LeakCheck();

  private final LogCapture log = new LogCapture();

  @AfterEach
  void everythingIsGivenBack() {
    log.close();
    assertThat(MemoryLedger.balance(new MemoryTag("frame")))
        .isEqualTo(MemoryLedger.Balance.NOTHING);
    assertThat(MemoryLedger.balance(new MemoryTag("template")))
        .isEqualTo(MemoryLedger.Balance.NOTHING);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("otlp-sender") || name.contains("globalEventExecutor"));
  }

  @AfterAll
  static void noBufferLeaks() {
    assertThat(LEAKS.leaks()).isEmpty();
  }

  @Test
  void shouldDeliverAsTheSpecificationAsks() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(
                Delivery.quick(collector.url() + "/base/")
                    .header("api-key", "s3cret")
                    .header("User-Agent", "Gateway/7")
                    .build())) {
      delivery.record(3).export().flush();
      assertThat(collector.received()).hasSize(1);
      Received received = collector.received().getFirst();
      assertThat(received.method()).isEqualTo("POST");
      assertThat(received.path()).isEqualTo("/base/v1/metrics");
      assertThat(received.headers())
          .containsEntry("Content-type", List.of("application/x-protobuf"))
          .containsEntry("Host", List.of("localhost:" + collector.port()))
          .containsEntry("Api-key", List.of("s3cret"))
          .containsEntry(
              "User-agent",
              List.of(
                  "Gateway/7 Numetry/"
                      + Version.NUMBER
                      + " OTel-OTLP-Exporter-Java/"
                      + Version.NUMBER));
      assertThat(Frames.points(received.request())).isEqualTo(3);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(3);
      assertThat(delivery.exporter.statistics().requestBytes()).isEqualTo(received.body().size());
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldKeepOneConnectionForAllRequests() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      for (int i = 0; i < 20; i++) {
        delivery.record(1).export().flush();
      }
      assertThat(collector.received())
          .hasSize(20)
          .extracting(Received::remotePort)
          .containsOnly(collector.received().getFirst().remotePort());
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(1);
    }
  }

  @Test
  void shouldReconnectIfTheDestinationClosesAfterItsAnswer() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector.thenAnswer(
          exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            status(200).to(exchange);
          });
      delivery.record(1).export().flush();
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(2);
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(2);
      assertThat(delivery.exporter.statistics().retries()).isZero();
    }
  }

  /** A destination may close an idle connection just when the next request is on its way. */
  @Test
  void shouldSendAgainAtOnceIfAnIdleConnectionTurnsOutToBeClosed() {
    try (var server =
            new RawServer(
                connection -> {
                  readRequest(connection.getInputStream());
                  connection
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                  assertThat(connection.getInputStream().read()).isNotNegative();
                });
        var delivery = new Delivery(Delivery.quick(server.url()).build())) {
      for (int i = 0; i < 5; i++) {
        delivery.record(1).export().flush();
      }
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(5);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(5);
      assertThat(log.lines()).isEmpty();
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
    assertThat(length.find()).isTrue();
    int bytes = Integer.parseInt(length.group(1));
    assertThat(in.readNBytes(bytes)).hasSize(bytes);
  }

  @Test
  void shouldSendTheRequestsOfASplitCollectionInOrder() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).maxRequestBytes(500).build())) {
      delivery.record(100).export().flush();
      assertThat(collector.received()).hasSizeGreaterThan(10);
      assertThat(collector.received()).allMatch(received -> received.body().size() <= 500);
      assertThat(collector.requests().stream().mapToInt(Frames::points).sum()).isEqualTo(100);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(100);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void shouldTryAgainWhatMayBeAcceptedLater(int code) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector.thenAnswer(status(code)).thenAnswer(status(code));
      delivery.record(2).export().flush();
      assertThat(collector.received()).hasSize(3);
      assertThat(Set.copyOf(collector.requests())).as("the same request each time").hasSize(1);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(2);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(2);
      assertThat(log.lines())
          .containsExactly(
              "WARNING "
                  + collector.url()
                  + "/v1/metrics does not accept metrics for now: HTTP status "
                  + code
                  + "; trying on, nothing is lost meanwhile",
              "INFO " + collector.url() + "/v1/metrics accepts metrics again");
    }
  }

  /** With waits of milliseconds of its own, only the header can hold the exporter back. */
  @Test
  void shouldNotTryAgainBeforeTheTimeTheDestinationAsksFor() throws InterruptedException {
    String inAnHour =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
    for (String header : List.of("3600", inAnHour)) {
      try (var collector = new TestCollector();
          var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
        collector.thenAnswer(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", header);
              status(503).to(exchange);
            });
        delivery.record(2).export();
        delivery.await(() -> delivery.exporter.statistics().retries() == 1);
        assertThat(delivery.exporter.flush(TimeUnit.MILLISECONDS.toNanos(100))).isFalse();
        assertThat(collector.received()).hasSize(1);
      }
    }
  }

  @Test
  void shouldTryAgainAtOnceIfTheTimeTheDestinationAsksForIsOver() {
    for (String header : List.of("0", "Sun, 06 Nov 1994 08:49:37 GMT", "-5", "soon")) {
      try (var collector = new TestCollector();
          var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
        collector.thenAnswer(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", header);
              status(429).to(exchange);
            });
        delivery.record(2).export().flush();
        assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 408, 413, 500, 501})
  void shouldDropWhatIsRefusedForGood(int code) throws IOException {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(
                Delivery.quick(collector.url()).header("authorization", "Bearer s3cret").build())) {
      collector
          .thenAnswer(status(code, rpcStatus(13, "no such\ntenant")))
          .thenAnswer(status(code, rpcStatus(13, "still no such tenant")));
      delivery.record(2).export().flush();
      delivery.record(3).export().flush();
      delivery.record(4).export().flush();
      assertThat(collector.received()).hasSize(3);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(5);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(4);
      assertThat(log.lines())
          .containsExactly(
              "WARNING 2 points for "
                  + collector.url()
                  + "/v1/metrics are dropped: HTTP status "
                  + code
                  + ", no such tenant (told once; further drops are counted)");
    }
  }

  @Test
  void shouldTellAnErrorThatIsPlainTextCutShort() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector.thenAnswer(status(400, ("<html>" + "x".repeat(100_000)).getBytes(US_ASCII)));
      delivery.record(2).export().flush();
      assertThat(log.lines()).singleElement().asString().contains("<html>xxx").hasSizeLessThan(500);
    }
  }

  @Test
  void shouldCountWhatAPartialSuccessRejectsAndNotSendItAgain() {
    byte[] partial =
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(3)
                    .setErrorMessage("too old"))
            .build()
            .toByteArray();
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector.thenAnswer(status(200, partial)).thenAnswer(status(200, partial));
      delivery.record(10).export().flush();
      delivery.record(10).export().flush();
      assertThat(collector.received()).hasSize(2);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(14);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(6);
      assertThat(log.lines())
          .containsExactly(
              "WARNING "
                  + collector.url()
                  + "/v1/metrics took a request but rejected 3 of 10 points: too old (told once)");
    }
  }

  @Test
  void shouldTakeASuccessForOneWhateverItsBody() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector
          .thenAnswer(status(200, "OK, thanks".getBytes(US_ASCII)))
          .thenAnswer(status(202, new byte[] {10, (byte) 0xFF, (byte) 0xFF, 1}))
          .thenAnswer(status(204));
      delivery.record(1).export().flush();
      delivery.record(1).export().flush();
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(3);
      assertThat(collector.received()).hasSize(3);
    }
  }

  @Test
  void shouldLoseNothingWhileTheDestinationIsAway() throws Exception {
    int port;
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    try (var delivery = new Delivery(Delivery.quick("http://127.0.0.1:" + port).build())) {
      delivery.record(1).export();
      delivery.record(2).export();
      assertThat(delivery.node.ready()).as("two collections wait").isFalse();
      delivery.record(4); // goes on accumulating
      delivery.await(() -> delivery.exporter.statistics().retries() > 5);
      assertThat(delivery.exporter.flush(0)).isFalse();
      try (var collector = new TestCollector(port)) {
        delivery.flush();
        assertThat(delivery.node.ready()).isTrue();
        delivery.export().flush();
        assertThat(collector.requests().stream().map(Frames::points)).containsExactly(1, 2, 4);
        assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(7);
        assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      }
      assertThat(log.warnings()).as("told once").hasSize(1);
    }
  }

  @Test
  void shouldGiveUpWaitingForASlowDestinationAndTryAgain() {
    var release = new CountDownLatch(1);
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(Delivery.quick(collector.url()).timeout(Duration.ofMillis(200)).build())) {
      collector.thenAnswer(
          exchange -> {
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      delivery.record(5).export().flush();
      release.countDown();
      assertThat(delivery.exporter.statistics().retries()).isPositive();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(5);
      assertThat(log.warnings()).singleElement().asString().contains("no response within 200 ms");
    }
  }

  /** The memory of a frame may not be used again while its bytes are still being sent. */
  @Test
  void shouldKeepAFrameUntilItsConnectionIsGone() {
    var bodies = new ByteArrayOutputStream();
    try (var never =
            new RawServer(
                connection -> {
                  bodies.write(connection.getInputStream().readNBytes(100));
                  // An answer amid the request, of which far more is to come than sockets hold.
                  connection
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                  connection.getInputStream().transferTo(bodies);
                });
        var delivery = new Delivery(Delivery.quick(never.url()).build())) {
      delivery.record(100_000).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(100_000);
      assertThat(delivery.exporter.statistics().retries()).isZero();
    }
  }

  @Test
  void shouldRefuseAResponseThatIsTooBig() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(Delivery.quick(collector.url()).maxResponseBytes(1000).build())) {
      collector
          .thenAnswer(status(200, new byte[1001]))
          .thenAnswer(status(200, partialOfSize(1000)));
      delivery.record(1).export().flush();
      delivery.record(1).export().flush();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(1);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1);
      assertThat(log.warnings().getFirst()).contains("a response of more than 1000 bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 twohundred OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        ""
      })
  void shouldTryAgainAfterAnAnswerThatIsNone(String answer) throws InterruptedException {
    try (var server =
            new RawServer(
                connection -> {
                  byte[] start = connection.getInputStream().readNBytes(50);
                  assertThat(start).startsWith("POST /v1/metrics HTTP/1.1".getBytes(US_ASCII));
                  connection.getOutputStream().write(answer.getBytes(US_ASCII));
                });
        var delivery = new Delivery(Delivery.quick(server.url()).build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 3);
      assertThat(server.connections()).isGreaterThan(3);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void shouldDropAndCountWhatIsUndeliveredAtClose() {
    for (boolean nodeFirst : new boolean[] {true, false}) {
      try (var server = new RawServer(connection -> connection.getInputStream().readAllBytes());
          var delivery = new Delivery(Delivery.quick(server.url()).build())) {
        delivery.record(1).export();
        delivery.record(2).export();
        if (nodeFirst) {
          delivery.node.close();
        }
        delivery.exporter.close();
        delivery.exporter.close();
        assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(3);
        assertThat(delivery.exporter.statistics().framesWaiting()).isZero();
        assertThat(log.warnings().getLast())
            .startsWith("WARNING 3 points for ")
            .contains("are dropped: the exporter was closed");
        assertThat(delivery.exporter.flush(0)).as("nothing is left to wait for").isTrue();
        if (!nodeFirst) {
          delivery.record(4).export();
          assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(7);
        }
      }
    }
  }

  @Test
  void shouldCloseWithoutHavingStarted() {
    var exporter = OtlpMetricExporter.builder().build();
    exporter.close();
    assertThat(exporter.flush(0)).isTrue();
  }

  @Test
  void shouldCountAPointThatFitsNoRequest() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).maxRequestBytes(20).build())) {
      delivery.record(3).export().flush();
      assertThat(collector.received()).isEmpty();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(3);
      assertThat(log.warnings()).singleElement().asString().contains("exceeds 20 bytes");
      assertThat(delivery.node.ready()).isTrue();
    }
  }

  @Test
  void shouldLetANodeWaitForItsOwnFramesOnly() {
    try (var server = new RawServer(connection -> connection.getInputStream().readAllBytes());
        var delivery = new Delivery(Delivery.quick(server.url()).build());
        var quietNode = delivery.exporter.openNode(new TestNode())) {
      delivery.record(1).export();
      delivery.record(1).export();
      assertThat(delivery.node.ready()).isFalse();
      assertThat(quietNode.ready()).isTrue();
    }
  }

  /** A google.rpc.Status, which the tests' protobuf does not bring along. */
  private static byte[] rpcStatus(int code, String message) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = CodedOutputStream.newInstance(bytes);
    out.writeInt32(1, code);
    out.writeString(2, message);
    out.writeBytes(3, ByteString.copyFromUtf8("details"));
    out.flush();
    return bytes.toByteArray();
  }

  private static byte[] partialOfSize(int bytes) {
    var response =
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder().setErrorMessage("x".repeat(bytes - 6)));
    byte[] encoded = response.build().toByteArray();
    assertThat(encoded).hasSize(bytes);
    return encoded;
  }
}
