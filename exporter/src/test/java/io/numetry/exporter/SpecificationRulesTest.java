package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.numetry.config.Environment;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.Destination;
import io.numetry.exporter.config.OtlpEnvironment;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.GrpcCollector;
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
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the specification for an OTLP exporter, a row each. "exporter" is
 * opentelemetry-specification's protocol/exporter.md, "common" its configuration/common.md, "otlp"
 * is opentelemetry-proto's docs/specification.md.
 */
class SpecificationRulesTest extends DeliveryChecks {
  private static final String PREFIX = "OTEL_EXPORTER_OTLP_";

  /**
   * A rule and its check.
   *
   * @param section of the specification
   */
  record Rule(String section, String says, Consumer<SpecificationRulesTest> check) {
    @Override
    public String toString() {
      return section + ": " + says;
    }
  }

  @ParameterizedTest
  @MethodSource
  void shouldFollow(Rule rule) {
    rule.check().accept(this);
  }

  static List<Rule> shouldFollow() {
    List<Rule> rules = new ArrayList<>();
    endpoints(rules);
    variables(rules);
    requests(rules);
    limits(rules);
    httpResponses(rules);
    retryAfter(rules);
    grpcResponses(rules);
    return rules;
  }

  private static void endpoints(List<Rule> rules) {
    String section = "exporter, Endpoint URLs for OTLP/HTTP";
    endpoint(rules, section, "default", Map.of(), "http://localhost:4318/v1/metrics");
    endpoint(
        rules,
        section,
        "example 1: the base gets v1/metrics",
        Map.of("ENDPOINT", "http://collector:4318"),
        "http://collector:4318/v1/metrics");
    endpoint(
        rules,
        section,
        "example 2: a metrics URL without a path is the root",
        Map.of("ENDPOINT", "http://a:1", "METRICS_ENDPOINT", "http://collector.example.com"),
        "http://collector.example.com/");
    endpoint(
        rules,
        section,
        "example 3: a path of the base stays",
        Map.of("ENDPOINT", "http://collector:4318/mycollector/"),
        "http://collector:4318/mycollector/v1/metrics");
    endpoint(
        rules,
        section,
        "a slash is put between base and v1/metrics",
        Map.of("ENDPOINT", "http://collector:4318/mycollector"),
        "http://collector:4318/mycollector/v1/metrics");
    endpoint(
        rules,
        section,
        "a metrics URL is not changed, its last slash neither",
        Map.of("METRICS_ENDPOINT", "http://collector:4318/v1/metrics/"),
        "http://collector:4318/v1/metrics/");
    endpoint(
        rules,
        section,
        "https is TLS, at its own port by default",
        Map.of("ENDPOINT", "https://collector"),
        "https://collector/v1/metrics");
    endpoint(
        rules,
        section,
        "userinfo, query and fragment may be left out of it",
        Map.of("ENDPOINT", "http://user:pass@collector:4318#part"),
        "http://collector:4318/v1/metrics");
    option(
        rules,
        section,
        "http is at port 80 by default",
        Map.of("METRICS_ENDPOINT", "http://collector"),
        options ->
            assertThat(options.endpoint().destination())
                .isEqualTo(new Destination.HostAndPort("collector", 80)));
    option(
        rules,
        section,
        "https is at port 443 by default",
        Map.of("METRICS_ENDPOINT", "https://collector"),
        options ->
            assertThat(options.endpoint().destination())
                .isEqualTo(new Destination.HostAndPort("collector", 443)));
    option(
        rules,
        "otlp, OTLP/gRPC",
        "the path is the service's",
        Map.of("PROTOCOL", "grpc", "ENDPOINT", "http://collector:4317/other"),
        options ->
            assertThat(options.endpoint().path())
                .isEqualTo("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"));
    String grpc = "exporter, Configuration Options, Endpoint (OTLP/gRPC)";
    endpoint(rules, grpc, "default", Map.of("PROTOCOL", "grpc"), "http://localhost:4317");
    endpoint(
        rules,
        grpc,
        "https is TLS whatever INSECURE says",
        Map.of("PROTOCOL", "grpc", "ENDPOINT", "https://c:1", "INSECURE", "true"),
        "https://c:1");
    endpoint(
        rules,
        grpc,
        "http is no TLS whatever INSECURE says",
        Map.of("PROTOCOL", "grpc", "ENDPOINT", "http://c:1", "INSECURE", "false"),
        "http://c:1");
    endpoint(
        rules,
        grpc,
        "without a scheme it is secure unless INSECURE",
        Map.of("PROTOCOL", "grpc", "ENDPOINT", "c:1"),
        "https://c:1");
    endpoint(
        rules,
        grpc,
        "without a scheme INSECURE counts",
        Map.of("PROTOCOL", "grpc", "ENDPOINT", "c:1", "INSECURE", "true"),
        "http://c:1");
    endpoint(
        rules,
        grpc,
        "any form that gRPC knows: a socket",
        Map.of("PROTOCOL", "grpc", "METRICS_ENDPOINT", "unix:///run/otel.sock"),
        "unix:/run/otel.sock");
  }

  private static void endpoint(
      List<Rule> rules, String section, String says, Map<String, String> set, String expected) {
    option(
        rules,
        section,
        says,
        set,
        options -> assertThat(options.endpoint().toString()).isEqualTo(expected));
  }

  private static void variables(List<Rule> rules) {
    String section = "exporter, Configuration Options";
    option(
        rules,
        section,
        "the protocol is http/protobuf by default",
        Map.of(),
        options -> assertThat(options.protocol()).isEqualTo(OtlpProtocol.HTTP_PROTOBUF));
    option(
        rules,
        section,
        "grpc",
        Map.of("PROTOCOL", "grpc"),
        options -> assertThat(options.protocol()).isEqualTo(OtlpProtocol.GRPC));
    option(
        rules,
        section,
        "http/json",
        Map.of("PROTOCOL", "http/json"),
        options -> assertThat(options.protocol()).isEqualTo(OtlpProtocol.HTTP_JSON));
    forMetricsWins(rules, section, "ENDPOINT", "http://a:1/v1/metrics", "http://b:2/v1/metrics");
    forMetricsWins(rules, section, "CERTIFICATE", "/a", "/b");
    forMetricsWins(rules, section, "HEADERS", "a=1", "a=2");
    forMetricsWins(rules, section, "COMPRESSION", "none", "gzip");
    forMetricsWins(rules, section, "TIMEOUT", "1", "2");
    forMetricsWins(rules, section, "PROTOCOL", "grpc", "http/json");
    option(
        rules,
        section,
        "what is for metrics wins",
        Map.of(
            "PROTOCOL", "grpc", "ENDPOINT", "c", "INSECURE", "false", "METRICS_INSECURE", "true"),
        options -> assertThat(options.endpoint().tls()).isFalse());
    option(
        rules,
        section,
        "no compression by default",
        Map.of(),
        options -> assertThat(options.compression()).isEqualTo(Compression.NONE));
    option(
        rules,
        section,
        "gzip",
        Map.of("COMPRESSION", "gzip"),
        options -> assertThat(options.compression()).isEqualTo(Compression.GZIP));
    option(
        rules,
        section,
        "none",
        Map.of("METRICS_COMPRESSION", "none", "COMPRESSION", "gzip"),
        options -> assertThat(options.compression()).isEqualTo(Compression.NONE));
    option(
        rules,
        section,
        "10 s by default",
        Map.of(),
        options -> assertThat(options.timeout()).hasSeconds(10));
    option(
        rules,
        section,
        "what is for metrics wins",
        Map.of("TIMEOUT", "1", "METRICS_TIMEOUT", "2"),
        options -> assertThat(options.timeout()).hasMillis(2));
    option(
        rules,
        section,
        "64 MiB a request by default",
        Map.of(),
        options -> assertThat(options.maxRequestBytes()).isEqualTo(67108864));
    option(
        rules,
        section,
        "4 MiB a response by default",
        Map.of(),
        options -> assertThat(options.maxResponseBytes()).isEqualTo(4194304));
    option(
        rules,
        section,
        "files for TLS",
        Map.of("CERTIFICATE", "/a", "CLIENT_KEY", "/b", "METRICS_CLIENT_CERTIFICATE", "/c"),
        options -> assertThat(options.tls().toString()).contains("/a", "/b", "/c"));
    option(
        rules,
        "exporter, Specifying headers",
        "a list, percent-encoded, without properties",
        Map.of("HEADERS", "a=1,b=x%2Cy;z=1"),
        options -> {
          assertThat(options.headers().get(0).value()).isEqualTo("1");
          assertThat(options.headers().get(1).value()).isEqualTo("x,y;z=1");
        });
    option(
        rules,
        "sdk_exporters/otlp, Additional Configuration",
        "temporality is cumulative by default",
        Map.of(),
        options -> assertThat(options.temporality()).isEqualTo(TemporalityPreference.CUMULATIVE));
    option(
        rules,
        "sdk_exporters/otlp, Additional Configuration",
        "temporality, in any case",
        Map.of("METRICS_TEMPORALITY_PREFERENCE", "LowMemory"),
        options -> assertThat(options.temporality()).isEqualTo(TemporalityPreference.LOW_MEMORY));
    String common = "common, Parsing";
    for (String name :
        List.of(
            "TIMEOUT",
            "PROTOCOL",
            "COMPRESSION",
            "ENDPOINT",
            "INSECURE",
            "CERTIFICATE",
            "HEADERS",
            "METRICS_TEMPORALITY_PREFERENCE")) {
      option(
          rules,
          common,
          "an empty " + name + " is an unset one",
          Map.of(name, ""),
          options -> assertThat(options).isEqualTo(OtlpOptions.builder().build()));
    }
    ignored(rules, common, "a number that is none", "TIMEOUT", "1e3");
    ignored(rules, common, "a number out of range", "TIMEOUT", "2147483648");
    ignored(rules, common, "a negative timeout", "TIMEOUT", "-1");
    ignored(rules, common, "an enum's value that is none", "COMPRESSION", "lz4");
    ignored(rules, common, "an enum's value that is none", "PROTOCOL", "http");
    ignored(rules, common, "a boolean that is neither", "INSECURE", "1");
    option(
        rules,
        common,
        "timeout 0 is none",
        Map.of("TIMEOUT", "0"),
        options -> assertThat(options.timeout()).isZero());
    option(
        rules,
        common,
        "the largest integer",
        Map.of("TIMEOUT", "2147483647"),
        options -> assertThat(options.timeout()).hasMillis(2147483647));
    rules.add(
        new Rule(
            "exporter, Configuration Options",
            "an endpoint that is none is an error",
            test ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(Map.of("ENDPOINT", "no endpoint")))
                    .withMessageContaining(PREFIX + "ENDPOINT=no endpoint")));
  }

  /** The same value comes of both variables as of the one for metrics alone, and matters. */
  private static void forMetricsWins(
      List<Rule> rules, String section, String name, String all, String own) {
    OtlpOptions expected = read(Map.of("METRICS_" + name, own));
    option(
        rules,
        section,
        "what is for metrics wins",
        Map.of(name, all, "METRICS_" + name, own),
        options -> {
          assertThat(options).isEqualTo(expected);
          assertThat(options).isNotEqualTo(read(Map.of(name, all)));
        });
  }

  private static void option(
      List<Rule> rules,
      String section,
      String says,
      Map<String, String> set,
      Consumer<OtlpOptions> check) {
    rules.add(
        new Rule(
            section,
            says + " " + new TreeMap<>(set),
            test -> {
              check.accept(read(set));
              assertThat(test.log.lines()).isEmpty();
            }));
  }

  private static void ignored(
      List<Rule> rules, String section, String says, String name, String value) {
    rules.add(
        new Rule(
            section,
            says + " is warned of and ignored {" + name + "=" + value + "}",
            test -> {
              assertThat(read(Map.of(name, value))).isEqualTo(OtlpOptions.builder().build());
              assertThat(test.log.warnings())
                  .singleElement()
                  .asString()
                  .startsWith("WARNING " + PREFIX + name + "=" + value + " is ignored: write ");
            }));
  }

  private static OtlpOptions read(Map<String, String> set) {
    return OtlpEnvironment.read(
            new Environment(
                name -> name.startsWith(PREFIX) ? set.get(name.substring(PREFIX.length())) : null))
        .build();
  }

  private static void requests(List<Rule> rules) {
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
        new Rule(
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
        new Rule(
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
        new Rule(
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
        new Rule(
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
        new Rule(
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
      List<Rule> rules,
      String section,
      String says,
      BiConsumer<TestCollector.Received, Delivery> check) {
    rules.add(
        new Rule(
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

  private static void limits(List<Rule> rules) {
    rules.add(
        new Rule(
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
        new Rule(
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

  private static void retryAfter(List<Rule> rules) {
    var inAnHour = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1);
    for (String time : List.of("3600", DateTimeFormatter.RFC_1123_DATE_TIME.format(inAnHour))) {
      for (int status : new int[] {429, 503}) {
        rules.add(
            new Rule(
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
        new Rule(
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

  private static void httpResponses(List<Rule> rules) {
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
        new Rule(
            "otlp, Partial Success",
            "rejected points are counted and not sent again",
            test -> partialSuccess(test, 1, "too old")));
    rules.add(
        new Rule(
            "otlp, Partial Success",
            "no rejected points and a message: accepted, with a warning",
            test -> partialSuccess(test, 0, "slow down")));
    rules.add(
        new Rule(
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
      List<Rule> rules, String section, int status, byte[] body, Fate expected) {
    rules.add(
        new Rule(
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

  private static void grpcResponses(List<Rule> rules) {
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
      List<Rule> rules, String section, Status.Code code, boolean retryInfo, Fate expected) {
    var status = com.google.rpc.Status.newBuilder().setCode(code.value());
    if (retryInfo) {
      status.addDetails(
          Any.pack(
              RetryInfo.newBuilder()
                  .setRetryDelay(Duration.newBuilder().setNanos(1_000_000))
                  .build()));
    }
    rules.add(
        new Rule(
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
