package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.config.Environment;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.Destination;
import io.numetry.exporter.config.OtlpEnvironment;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.testkit.LogCapture;
import io.numetry.exporter.testkit.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the specification for the OTLP exporter's endpoint and variables, a row each.
 * "exporter" is opentelemetry-specification's protocol/exporter.md, "common" its
 * configuration/common.md.
 */
class OtlpVariablesRulesTest {
  private static final String PREFIX = "OTEL_EXPORTER_OTLP_";

  private final LogCapture log = new LogCapture();

  @AfterEach
  void closeLog() {
    log.close();
  }

  @ParameterizedTest
  @MethodSource
  void shouldFollow(Rule<OtlpVariablesRulesTest> rule) {
    rule.check().accept(this);
  }

  static List<Rule<OtlpVariablesRulesTest>> shouldFollow() {
    List<Rule<OtlpVariablesRulesTest>> rules = new ArrayList<>();
    endpoints(rules);
    variables(rules);
    return rules;
  }

  private static void endpoints(List<Rule<OtlpVariablesRulesTest>> rules) {
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
      List<Rule<OtlpVariablesRulesTest>> rules,
      String section,
      String says,
      Map<String, String> set,
      String expected) {
    option(
        rules,
        section,
        says,
        set,
        options -> assertThat(options.endpoint().toString()).isEqualTo(expected));
  }

  private static void variables(List<Rule<OtlpVariablesRulesTest>> rules) {
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
        new Rule<>(
            "exporter, Configuration Options",
            "an endpoint that is none is an error",
            test ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(Map.of("ENDPOINT", "no endpoint")))
                    .withMessageContaining(PREFIX + "ENDPOINT=no endpoint")));
  }

  /** The same value comes of both variables as of the one for metrics alone, and matters. */
  private static void forMetricsWins(
      List<Rule<OtlpVariablesRulesTest>> rules,
      String section,
      String name,
      String all,
      String own) {
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
      List<Rule<OtlpVariablesRulesTest>> rules,
      String section,
      String says,
      Map<String, String> set,
      Consumer<OtlpOptions> check) {
    rules.add(
        new Rule<>(
            section,
            says + " " + new TreeMap<>(set),
            test -> {
              check.accept(read(set));
              assertThat(test.log.lines()).isEmpty();
            }));
  }

  private static void ignored(
      List<Rule<OtlpVariablesRulesTest>> rules,
      String section,
      String says,
      String name,
      String value) {
    rules.add(
        new Rule<>(
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
}
