package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.Rule;
import io.numetry.exporter.testkit.TestCollector;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the specification for requests and what is answered to them, a row each; those for
 * variables are in {@link OtlpVariablesRulesTest}, {@code SdkVariablesRulesTest}. "exporter" is
 * opentelemetry-specification's protocol/exporter.md, "common" its configuration/common.md, "otlp"
 * is opentelemetry-proto's docs/specification.md.
 */
class SpecificationRulesTest extends DeliveryChecks {
  @ParameterizedTest
  @MethodSource
  void shouldFollow(Rule<SpecificationRulesTest> rule) {
    rule.check().accept(this);
  }

  static List<Rule<SpecificationRulesTest>> shouldFollow() {
    List<Rule<SpecificationRulesTest>> rules = new ArrayList<>();
    requests(rules);
    limits(rules);
    httpResponses(rules);
    retryAfter(rules);
    grpcResponses(rules);
    return rules;
  }

  private static void requests(List<Rule<SpecificationRulesTest>> rules) {
    request(
        rules,
        "otlp, OTLP/HTTP Request",
        "POST",
        (received, delivery) -> assertThat(received.method()).isEqualTo("POST"));
    request(
        rules,
        "otlp, Binary Protobuf Encoding",
        "the content type",
        (received, delivery) ->
            assertThat(received.headers().get("Content-type"))
                .containsExactly("application/x-protobuf"));
    request(
        rules,
        "otlp, OTLP/HTTP Request",
        "no encoding is told without one",
        (received, delivery) ->
            assertThat(received.headers()).doesNotContainKey("Content-encoding"));
    request(
        rules,
        "otlp, OTLP/HTTP Request",
        "gzip may be answered",
        (received, delivery) ->
            assertThat(received.headers().get("Accept-encoding")).containsExactly("gzip"));
    request(
        rules,
        "exporter, User Agent",
        "OTel-OTLP-Exporter-Java/version, after the product",
        (received, delivery) ->
            assertThat(received.headers().getFirst("User-agent"))
                .matches("Numetry/\\S+ OTel-OTLP-Exporter-Java/\\S+"));
    request(
        rules,
        "otlp, OTLP/HTTP Connection",
        "the connection is kept",
        (received, delivery) -> {
          delivery.record(1).export().flush();
          assertThat(delivery.exporter.statistics().connections()).isEqualTo(1);
        });
    rules.add(
        new Rule<>(
            "exporter, User Agent",
            "a product may be put in front",
            test -> {
              try (var collector = new TestCollector();
                  var delivery =
                      new Delivery(
                          Delivery.quick(collector.url())
                              .header("User-Agent", "MyDistribution/1.2")
                              .build())) {
                delivery.record(1).export().flush();
                assertThat(collector.received().getFirst().headers().get("User-agent"))
                    .singleElement()
                    .asString()
                    .matches("MyDistribution/1.2 Numetry/\\S+ OTel-OTLP-Exporter-Java/\\S+");
              }
            }));
    rules.add(
        new Rule<>(
            "otlp, JSON Protobuf Encoding",
            "the content type",
            test -> {
              try (var collector = new TestCollector();
                  var delivery =
                      new Delivery(
                          Delivery.quick(collector.url())
                              .protocol(OtlpProtocol.HTTP_JSON)
                              .build())) {
                delivery.record(1).export().flush();
                assertThat(collector.received().getFirst().headers().get("Content-type"))
                    .containsExactly("application/json");
              }
            }));
    rules.add(
        new Rule<>(
            "otlp, OTLP/HTTP Request",
            "no request without a point",
            test -> {
              try (var collector = new TestCollector();
                  var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
                delivery.export().flush();
                assertThat(collector.received()).isEmpty();
                delivery.record(1).export().flush();
                assertThat(collector.received()).hasSize(1);
              }
            }));
    rules.add(
        new Rule<>(
            "otlp, OTLP/HTTP Request",
            "gzip is told of",
            test -> {
              try (var collector = new TestCollector();
                  var delivery =
                      new Delivery(
                          Delivery.quick(collector.url()).compression(Compression.GZIP).build())) {
                delivery.record(1).export().flush();
                assertThat(collector.received().getFirst().headers().get("Content-encoding"))
                    .containsExactly("gzip");
              }
            }));
    rules.add(
        new Rule<>(
            "otlp, OTLP/gRPC",
            "User-Agent and gzip",
            test -> {
              try (var collector = new GrpcCollector();
                  var delivery =
                      new Delivery(
                          Delivery.quick("http://" + collector.authority())
                              .protocol(OtlpProtocol.GRPC)
                              .compression(Compression.GZIP)
                              .build())) {
                delivery.record(1).export().flush();
                assertThat(collector.header("grpc-encoding")).containsExactly("gzip");
                assertThat(collector.header("user-agent").getFirst())
                    .contains("OTel-OTLP-Exporter-Java/");
              }
            }));
  }

  private static void request(
      List<Rule<SpecificationRulesTest>> rules,
      String section,
      String says,
      BiConsumer<TestCollector.Received, Delivery> check) {
    rules.add(
        new Rule<>(
            section,
            says,
            test -> {
              try (var collector = new TestCollector();
                  var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
                delivery.record(1).export().flush();
                check.accept(collector.received().getFirst(), delivery);
              }
            }));
  }

  private static void limits(List<Rule<SpecificationRulesTest>> rules) {
    rules.add(
        new Rule<>(
            "exporter, Max Request Size",
            "what is larger is not sent, and is counted",
            test -> {
              try (var collector = new TestCollector();
                  var delivery =
                      new Delivery(Delivery.quick(collector.url()).maxRequestBytes(20).build())) {
                delivery.record(3).export().flush();
                assertThat(collector.received()).isEmpty();
                assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(3);
              }
            }));
    rules.add(
        new Rule<>(
            "exporter, Max Response Size",
            "what is larger is an error that is not tried again",
            test -> {
              try (var collector = new TestCollector();
                  var delivery =
                      new Delivery(Delivery.quick(collector.url()).maxResponseBytes(100).build())) {
                collector.thenAnswer(TestCollector.status(200, new byte[101]));
                shouldFare(delivery, Fate.DROPPED);
              }
            }));
  }

  private static void retryAfter(List<Rule<SpecificationRulesTest>> rules) {
    var inAnHour = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1);
    for (String time : List.of("3600", DateTimeFormatter.RFC_1123_DATE_TIME.format(inAnHour))) {
      for (int status : new int[] {429, 503}) {
        rules.add(
            new Rule<>(
                "otlp, OTLP/HTTP Throttling",
                status + " is not tried again before Retry-After: " + time,
                test -> {
                  try (var collector = new TestCollector();
                      var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
                    collector.thenAnswer(
                        exchange -> {
                          exchange.getResponseHeaders().set("Retry-After", time);
                          TestCollector.status(status).to(exchange);
                        });
                    delivery.record(2).export();
                    // Without the header it would be there after 10 ms.
                    assertThat(delivery.exporter.flush(TimeUnit.MILLISECONDS.toNanos(500)))
                        .isFalse();
                    assertThat(delivery.exporter.statistics().retries()).isEqualTo(1);
                    assertThat(collector.received()).hasSize(1);
                  }
                }));
      }
    }
    rules.add(
        new Rule<>(
            "otlp, All Other Responses",
            "a connection that is lost without an answer is AGAIN",
            test -> {
              try (var collector = new TestCollector();
                  var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
                collector.thenAnswer(
                    exchange -> {
                      throw new IOException("hangs up");
                    });
                shouldFare(delivery, Fate.AGAIN);
              }
            }));
  }

  private enum Fate {
    ACCEPTED,
    AGAIN,
    DROPPED
  }

  private static void httpResponses(List<Rule<SpecificationRulesTest>> rules) {
    String success = "otlp, Full Success";
    http(rules, success, 200, new byte[0], Fate.ACCEPTED);
    http(rules, success, 202, new byte[0], Fate.ACCEPTED);
    for (int status : new int[] {429, 502, 503, 504}) {
      http(rules, "otlp, Retryable Response Codes", status, new byte[0], Fate.AGAIN);
    }
    for (int status : new int[] {400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 500, 501, 505}) {
      http(rules, "otlp, Failures", status, new byte[0], Fate.DROPPED);
    }
    // Status.code says "unavailable", and nobody must go by it.
    http(rules, "otlp, Failures: Status.code has no say", 400, new byte[] {8, 14}, Fate.DROPPED);
    http(rules, "otlp, Failures: Status.code has no say", 503, new byte[] {8, 13}, Fate.AGAIN);
    rules.add(
        new Rule<>(
            "otlp, Partial Success",
            "rejected points are counted and not sent again",
            test -> partialSuccess(test, 1, "too old")));
    rules.add(
        new Rule<>(
            "otlp, Partial Success",
            "no rejected points and a message: accepted, with a warning",
            test -> partialSuccess(test, 0, "slow down")));
    rules.add(
        new Rule<>(
            "otlp, Partial Success",
            "neither: as if it were not there",
            test -> {
              partialSuccess(test, 0, "");
              assertThat(test.log.lines()).isEmpty();
            }));
  }

  private static void partialSuccess(SpecificationRulesTest test, long rejected, String message) {
    byte[] body =
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(rejected)
                    .setErrorMessage(message))
            .build()
            .toByteArray();
    try (var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      collector.thenAnswer(TestCollector.status(200, body));
      delivery.record(3).export().flush();
      assertThat(collector.received()).hasSize(1);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(3 - rejected);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(rejected);
      if (!message.isEmpty()) {
        assertThat(test.log.warnings()).singleElement().asString().contains(message);
      }
    }
  }

  private static void http(
      List<Rule<SpecificationRulesTest>> rules,
      String section,
      int status,
      byte[] body,
      Fate expected) {
    rules.add(
        new Rule<>(
            section,
            "HTTP " + status + " is " + expected,
            test -> {
              try (var collector = new TestCollector();
                  var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
                collector.thenAnswer(TestCollector.status(status, body));
                shouldFare(delivery, expected);
              }
            }));
  }

  private static void grpcResponses(List<Rule<SpecificationRulesTest>> rules) {
    Map<Status.Code, Fate> table = new TreeMap<>();
    for (Status.Code code : Status.Code.values()) {
      table.put(code, Fate.DROPPED);
    }
    table.remove(Status.Code.OK);
    for (Status.Code code :
        List.of(
            Status.Code.CANCELLED,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.ABORTED,
            Status.Code.OUT_OF_RANGE,
            Status.Code.UNAVAILABLE,
            Status.Code.DATA_LOSS)) {
      table.put(code, Fate.AGAIN);
    }
    table.forEach(
        (code, fate) -> {
          grpc(rules, "otlp, OTLP/gRPC Response, Failures", code, false, fate);
          boolean exhausted = code == Status.Code.RESOURCE_EXHAUSTED;
          grpc(rules, "otlp, OTLP/gRPC Throttling", code, true, exhausted ? Fate.AGAIN : fate);
        });
  }

  private static void grpc(
      List<Rule<SpecificationRulesTest>> rules,
      String section,
      Status.Code code,
      boolean retryInfo,
      Fate expected) {
    var status = com.google.rpc.Status.newBuilder().setCode(code.value());
    if (retryInfo) {
      status.addDetails(
          Any.pack(
              RetryInfo.newBuilder()
                  .setRetryDelay(Duration.newBuilder().setNanos(1_000_000))
                  .build()));
    }
    rules.add(
        new Rule<>(
            section,
            code + (retryInfo ? " with RetryInfo is " : " is ") + expected,
            test -> {
              try (var collector = new GrpcCollector();
                  var delivery =
                      new Delivery(
                          Delivery.quick("http://" + collector.authority())
                              .protocol(OtlpProtocol.GRPC)
                              .build())) {
                collector.thenAnswer(
                    call -> call.onError(StatusProto.toStatusException(status.build())));
                shouldFare(delivery, expected);
              }
            }));
  }

  private static void shouldFare(Delivery delivery, Fate expected) {
    delivery.record(2).export().flush();
    assertThat(delivery.exporter.statistics().retries()).isEqualTo(expected == Fate.AGAIN ? 1 : 0);
    assertThat(delivery.exporter.statistics().droppedPoints())
        .isEqualTo(expected == Fate.DROPPED ? 2 : 0);
    assertThat(delivery.exporter.statistics().acceptedPoints())
        .isEqualTo(expected == Fate.DROPPED ? 0 : 2);
  }
}
