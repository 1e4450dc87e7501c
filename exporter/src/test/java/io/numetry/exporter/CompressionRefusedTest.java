package io.numetry.exporter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.grpc.Status;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.exporter.testkit.TestCollector.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Destinations that do not take how requests are compressed, and say so. */
class CompressionRefusedTest extends DeliveryChecks {

  private static OtlpMetricExporter.Builder to(TestCollector collector, Compression compression) {
    return Delivery.quick(collector.url()).compression(compression);
  }

  private static @Nullable String coding(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Content-Encoding");
  }

  private static List<@Nullable String> codings(TestCollector collector) {
    return collector.received().stream()
        .map(each -> each.headers().getFirst("Content-Encoding"))
        .toList();
  }

  private static Answer withList(@Nullable String accepted, Answer answer) {
    return exchange -> {
      if (accepted != null) {
        exchange.getResponseHeaders().set("Accept-Encoding", accepted);
      }
      answer.to(exchange);
    };
  }

  /** Refuses what is compressed by one of these, and takes the rest. */
  private static Answer refusing(List<String> refused, Answer refusal) {
    return exchange ->
        (refused.contains(String.valueOf(coding(exchange))) ? refusal : TestCollector.status(200))
            .to(exchange);
  }

  private static List<@Nullable String> list(String codings) {
    return Arrays.stream(codings.split(" ", -1))
        .map(coding -> coding.equals("none") ? null : coding)
        .toList();
  }

  private void shouldBeToldOnce(String former, String why, String taken) {
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING ")
        .contains("does not take compression=" + former + ": " + why)
        .contains("write compression=" + taken + " (OTEL_EXPORTER_OTLP_COMPRESSION=" + taken + ")");
  }

  /** The first request goes out until it is taken, all others as that one was. */
  @ParameterizedTest
  @CsvSource({
    "ZSTD, zstd, gzip, zstd gzip gzip gzip, gzip",
    "ZSTD, zstd, 'deflate, gzip', zstd gzip gzip gzip, gzip",
    "ZSTD, zstd gzip, '', zstd none none none, none",
    "ZSTD, zstd gzip, identity, zstd none none none, none",
    "ZSTD, zstd, , zstd gzip gzip gzip, gzip",
    "ZSTD, zstd gzip, , zstd gzip none none none, none",
    "GZIP, gzip, zstd, gzip none none none, none",
    "GZIP, gzip, , gzip none none none, none",
  })
  void shouldSendLessCompressedAfter415(
      Compression compression,
      String refused,
      @Nullable String listed,
      String expected,
      String taken) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector, compression).build())) {
      collector.answerAll(refusing(list(refused), withList(listed, TestCollector.status(415))));
      for (int points : new int[] {10, 20, 40}) {
        delivery.record(points).export().flush();
      }
      assertThat(codings(collector)).isEqualTo(list(expected));
      assertThat(collector.requests().stream().map(Frames::points).toList())
          .endsWith(10, 20, 40)
          .containsOnly(10, 20, 40);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(70);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(delivery.exporter.statistics().requests()).as("once each").isEqualTo(3);
      shouldBeToldOnce(compression.toString(), "HTTP status 415", taken);
    }
  }

  /** The Collector's answer, and Prometheus's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unsupported Content-Encoding: zstd",
        "unsupported compression: zstd. Only \"gzip\" or no compression supported"
      })
  void shouldSendLessCompressedAfter400ThatNamesIt(String said) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector, Compression.ZSTD).build())) {
      collector.answerAll(
          refusing(List.of("zstd"), TestCollector.status(400, said.getBytes(US_ASCII))));
      delivery.record(10).export().flush();
      delivery.record(20).export().flush();
      assertThat(codings(collector)).containsExactly("zstd", "gzip", "gzip");
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(30);
      shouldBeToldOnce("zstd", "HTTP status 400, " + said, "gzip");
    }
  }

  /** These say nothing of compression: the request is refused, and the next goes as before. */
  @ParameterizedTest
  @CsvSource({"400, no such tenant, ", "400, bad data, gzip", "415, , zstd", "413, zstd, "})
  void shouldNotTakeAnotherRefusalForOne(
      int status, @Nullable String said, @Nullable String listed) {
    byte[] body = said == null ? new byte[0] : said.getBytes(US_ASCII);
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector, Compression.ZSTD).build())) {
      collector.thenAnswer(withList(listed, TestCollector.status(status, body)));
      delivery.record(10).export().flush();
      delivery.record(20).export().flush();
      assertThat(codings(collector)).containsExactly("zstd", "zstd");
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(10);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(20);
      assertThat(log.warnings()).singleElement().asString().contains("HTTP status " + status);
    }
  }

  /** It was the content's type after all: nobody says that it was the compression. */
  @Test
  void shouldBlameNoCompressionForWhatIsRefusedWithout() {
    try (var collector = new TestCollector().answerAll(TestCollector.status(415));
        var delivery = new Delivery(to(collector, Compression.ZSTD).build())) {
      delivery.record(10).export().flush();
      assertThat(codings(collector)).containsExactly("zstd", "gzip", null);
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(10);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("10 points", "HTTP status 415")
          .doesNotContain("zstd");
      collector.answerAll(TestCollector.status(200));
      delivery.record(20).export().flush();
      assertThat(codings(collector)).endsWith("zstd");
    }
  }

  /** A request that was taken is not sent again; the next one goes as the list says. */
  @ParameterizedTest
  @CsvSource({
    "ZSTD, gzip, zstd gzip gzip, gzip",
    "ZSTD, 'deflate, identity', zstd none none, none",
    "ZSTD, '', zstd none none, none",
    "GZIP, zstd, gzip none none, none",
  })
  void shouldFollowTheListOfASuccess(
      Compression compression, String listed, String expected, String taken) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector, compression).build())) {
      collector.answerAll(withList(listed, TestCollector.status(200)));
      for (int i = 0; i < 3; i++) {
        delivery.record(10).export().flush();
      }
      assertThat(codings(collector)).isEqualTo(list(expected));
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(30);
      shouldBeToldOnce(compression.toString(), "it lists what it takes", taken);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "gzip, zstd;q=0.1", "*"})
  void shouldGoOnWhereTheListHasIt(String listed) {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector, Compression.ZSTD).build())) {
      collector.answerAll(withList(listed, TestCollector.status(200)));
      delivery.record(10).export().flush();
      delivery.record(10).export().flush();
      assertThat(codings(collector)).containsExactly("zstd", "zstd");
      assertThat(log.lines()).isEmpty();
    }
  }

  /** Several on their way are all refused: each is sent again, and it is told once. */
  @Test
  void shouldLoseNothingOfSeveralOnTheirWay() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(
                to(collector, Compression.ZSTD).maxRequestBytes(2_000).maxInFlight(8).build())) {
      collector.answerAll(refusing(List.of("zstd"), TestCollector.status(415)));
      delivery.record(5_000).export().flush();
      assertThat(
              collector.received().stream()
                  .filter(each -> "gzip".equals(each.headers().getFirst("Content-Encoding")))
                  .mapToInt(each -> Frames.points(each.request()))
                  .sum())
          .isEqualTo(5_000);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(5_000);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      shouldBeToldOnce("zstd", "HTTP status 415", "gzip");
    }
  }

  /** The same request again, then a partial success: its points count once. */
  @Test
  void shouldCountOnceWhatIsSentTwice() {
    try (var collector = new TestCollector();
        var delivery = new Delivery(to(collector, Compression.ZSTD).build())) {
      collector
          .thenAnswer(TestCollector.status(415))
          .thenAnswer(TestCollector.status(503))
          .thenAnswer(TestCollector.status(415))
          .thenAnswer(TestCollector.status(200, new byte[] {0x0a, 2, 8, 3}));
      delivery.record(10).export().flush();
      assertThat(codings(collector)).containsExactly("zstd", "gzip", "zstd", "gzip");
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(7);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(3);
      assertThat(delivery.exporter.statistics().retries()).isEqualTo(1);
    }
  }

  /** It is closed between the refusal and what would follow: the frame is dropped by name. */
  @Test
  void shouldEndWhileItIsRefused() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var closing = new CountDownLatch(1);
    try (var collector = new TestCollector()) {
      collector.answerAll(
          exchange -> {
            asked.countDown();
            try {
              closing.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            TestCollector.status(415).to(exchange);
          });
      var delivery = new Delivery(to(collector, Compression.ZSTD).build());
      delivery.record(10).export();
      asked.await();
      closing.countDown();
      delivery.close();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isZero();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(10);
    }
  }

  @Test
  void shouldSendLessCompressedOverHttp2() {
    try (var server = new Http2Server();
        var delivery =
            new Delivery(
                Delivery.quick(server.url())
                    .httpVersion(HttpVersion.HTTP_2)
                    .compression(Compression.ZSTD)
                    .build())) {
      server.thenAnswer(
          exchange -> exchange.headers(true, ":status", "415", "accept-encoding", "gzip"));
      delivery.record(10).export().flush();
      assertThat(server.received().stream().map(each -> each.headers().get("content-encoding")))
          .containsExactly("zstd", "gzip");
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(10);
      shouldBeToldOnce("zstd", "HTTP status 415", "gzip");
    }
  }

  /** By gRPC's "Compression"; in trailers alone, and with the list in headers of its own. */
  @ParameterizedTest
  @CsvSource({
    "true, 'identity,deflate,gzip', zstd gzip gzip, gzip",
    "false, 'identity,deflate,gzip', zstd gzip gzip, gzip",
    "true, identity, zstd none none, none",
    "false, identity, zstd none none, none",
  })
  void shouldSendLessCompressedAfterUnimplemented(
      boolean trailersOnly, String listed, String expected, String taken) {
    try (var server = new Http2Server();
        var delivery =
            new Delivery(
                Delivery.quick(server.url())
                    .protocol(OtlpProtocol.GRPC)
                    .compression(Compression.ZSTD)
                    .build())) {
      server.thenAnswer(
          exchange -> {
            if (trailersOnly) {
              exchange.headers(
                  true,
                  ":status",
                  "200",
                  "content-type",
                  "application/grpc",
                  "grpc-accept-encoding",
                  listed,
                  "grpc-status",
                  "12");
            } else {
              exchange
                  .headers(
                      false,
                      ":status",
                      "200",
                      "content-type",
                      "application/grpc",
                      "grpc-accept-encoding",
                      listed)
                  .headers(true, "grpc-status", "12");
            }
          });
      delivery.record(10).export().flush();
      delivery.record(20).export().flush();
      assertThat(server.received().stream().map(each -> each.headers().get("grpc-encoding")))
          .containsExactlyElementsOf(list(expected));
      assertThat(server.received().stream().map(each -> Frames.points(each.grpcRequest())))
          .containsExactly(10, 10, 20);
      assertThat(server.received().getLast().body().byteAt(0))
          .isEqualTo((byte) (taken.equals("none") ? 0 : 1));
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(30);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      shouldBeToldOnce("zstd", "gRPC status UNIMPLEMENTED (12)", taken);
    }
  }

  /** gRPC's own library, which has no zstd. */
  @Test
  void shouldSendLessCompressedToGrpcJava() {
    try (var collector = GrpcCollector.withoutZstd();
        var delivery =
            new Delivery(
                Delivery.quick("http://" + collector.authority())
                    .protocol(OtlpProtocol.GRPC)
                    .compression(Compression.ZSTD)
                    .maxRequestBytes(2_000)
                    .maxInFlight(4)
                    .build())) {
      delivery.record(1_000).export().flush();
      delivery.record(20).export().flush();
      assertThat(collector.requests().stream().mapToInt(Frames::points).sum()).isEqualTo(1_020);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1_020);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      shouldBeToldOnce("zstd", "gRPC status UNIMPLEMENTED (12)", "gzip");
    }
  }

  /** The method is what is not implemented; grpc-java lists what it takes all the same. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void shouldNotTakeAMissingMethodForOne(Compression compression) {
    try (var collector = new GrpcCollector();
        var delivery =
            new Delivery(
                Delivery.quick("http://" + collector.authority())
                    .protocol(OtlpProtocol.GRPC)
                    .compression(compression)
                    .build())) {
      collector.thenAnswer(call -> call.onError(Status.UNIMPLEMENTED.asRuntimeException()));
      delivery.record(10).export().flush();
      delivery.record(20).export().flush();
      assertThat(collector.header("grpc-encoding")).containsOnly(compression.toString());
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(10);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(20);
    }
  }
}
