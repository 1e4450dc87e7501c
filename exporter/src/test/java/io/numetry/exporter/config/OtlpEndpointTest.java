package io.numetry.exporter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpEndpointTest {

  private static OtlpEndpoint ofBase(String url) {
    return new EndpointText("endpoint", url, false).resolve(OtlpProtocol.HTTP_PROTOBUF, false);
  }

  private static OtlpEndpoint ofMetrics(String url) {
    return new EndpointText("endpoint", url, true).resolve(OtlpProtocol.HTTP_PROTOBUF, false);
  }

  private static OtlpEndpoint ofGrpc(String target, boolean insecure) {
    return new EndpointText("endpoint", target, false).resolve(OtlpProtocol.GRPC, insecure);
  }

  @Test
  void shouldUseTlsForHttps() {
    assertThat(ofBase("https://collector"))
        .isEqualTo(OtlpEndpoint.ofHost(true, "collector", 443, "/v1/metrics"))
        .hasToString("https://collector/v1/metrics");
    assertThat(ofMetrics("HTTPS://collector:4318/x").authority()).isEqualTo("collector:4318");
  }

  @ParameterizedTest
  @CsvSource({
    "http://collector:4317,            true,  false, collector, 4317",
    "https://collector:4317/some/path, true,  true,  collector, 4317",
    "https://collector,                false, true,  collector, 443",
    "http://collector,                 false, false, collector, 80",
    "collector:4317,                   true,  false, collector, 4317",
    "collector:4317,                   false, true,  collector, 4317",
    "collector,                        false, true,  collector, 443",
    "10.0.0.1:4317,                    true,  false, 10.0.0.1,  4317",
    "[::1]:4317,                       true,  false, [::1],     4317",
    "dns:collector:4317,               true,  false, collector, 4317",
    "dns:///otel_collector:4317,       true,  false, otel_collector, 4317",
    "dns://8.8.8.8/collector:4317,     true,  false, collector, 4317",
  })
  void shouldLetTheSchemeBeatInsecure(
      String target, boolean insecure, boolean tls, String host, int port) {
    assertThat(ofGrpc(target, insecure))
        .isEqualTo(
            OtlpEndpoint.ofHost(
                tls,
                host,
                port,
                "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"));
  }

  @ParameterizedTest
  @CsvSource({
    "unix:///run/otel.sock, /run/otel.sock",
    "unix:/run/otel.sock,   /run/otel.sock",
    "unix:otel.sock,        otel.sock",
  })
  void shouldUseASocket(String url, String path) {
    assertThat(ofBase(url)).isEqualTo(OtlpEndpoint.ofSocket(Path.of(path), "/v1/metrics"));
    assertThat(ofMetrics(url)).isEqualTo(ofBase(url));
    assertThat(ofGrpc(url, false).destination()).isEqualTo(ofBase(url).destination());
    assertThat(ofGrpc(url, false).tls()).isFalse();
    assertThat(ofBase(url)).hasToString("unix:" + path);
    assertThat(ofBase(url).authority()).isEqualTo("localhost");
  }

  @ParameterizedTest
  @CsvSource({
    "unix:,           'has no socket''s path; write one like unix:///run/collector.sock'",
    "unix://,         'has no socket''s path; write one like unix:///run/collector.sock'",
    "unix://host/run, 'has no socket''s path; write one like unix:///run/collector.sock'",
    "ftp://collector, 'is no URL and no host:port; write one like http://collector:4317'",
    "collector:x,     'has no valid port; write one like http://collector:4317'",
    "collector:4317/x, 'is no URL and no host:port; write one like http://collector:4317'",
    "http://,         'is not a URL; write one like http://collector:4317'",
  })
  void shouldSayWhatIsWrongWithATarget(String target, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofGrpc(target, false))
        .withMessage("endpoint=%s %s", target, why);
  }

  /** The first three lines are the specification's own examples. */
  @ParameterizedTest
  @CsvSource({
    "http://collector:4318,              collector, 4318, /v1/metrics",
    "http://collector:4318/mycollector/, collector, 4318, /mycollector/v1/metrics",
    "http://example.com:4318/v1/metrics/, example.com, 4318, /v1/metrics/v1/metrics",
    "http://collector:4318/my,           collector, 4318, /my/v1/metrics",
    "HTTP://collector,                   collector, 80,   /v1/metrics",
    "http://collector:/,                 collector, 80,   /v1/metrics",
    "http://otel_collector:4318,         otel_collector, 4318, /v1/metrics",
    "http://[::1]:4318,                  [::1],     4318, /v1/metrics",
    "http://[fe80::1],                   [fe80::1], 80,   /v1/metrics",
    "http://c:1/a%20b?tenant=x%2F,       c,         1,    /a%20b/v1/metrics?tenant=x%2F",
  })
  void shouldSendMetricsBelowTheBase(String url, String host, int port, String path) {
    assertThat(ofBase(url)).isEqualTo(OtlpEndpoint.ofHost(false, host, port, path));
  }

  @ParameterizedTest
  @CsvSource({
    "http://collector:4318,             collector, 4318, /",
    "http://collector:4318/,            collector, 4318, /",
    "http://collector:4318/v1/metrics/, collector, 4318, /v1/metrics/",
    "http://collector/own?a=b,          collector, 80,   /own?a=b",
    "http://user:pass@collector/x#y,    collector, 80,   /x",
  })
  void shouldUseTheMetricsEndpointAsItIs(String url, String host, int port, String path) {
    assertThat(ofMetrics(url)).isEqualTo(OtlpEndpoint.ofHost(false, host, port, path));
  }

  @ParameterizedTest
  @CsvSource({
    "not a url,           is not a URL",
    "'',                  is not an http URL",
    "collector,           is not an http URL",
    "localhost:4318,      is not an http URL",
    "ftp://collector,     is not an http URL",
    "http:,               is not a URL",
    "http:/v1/metrics,    has no host",
    "http:///v1/metrics,  has no host",
    "http://:4318,        has no host",
    "http://c:port,       has no valid port",
    "http://c:0,          has no valid port",
    "http://c:65536,      has no valid port",
  })
  void shouldSayWhatIsWrongAndWhatToWrite(String url, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new EndpointText("OTEL_EXPORTER_OTLP_ENDPOINT", url, false)
                    .resolve(OtlpProtocol.HTTP_PROTOBUF, false))
        .withMessage(
            "OTEL_EXPORTER_OTLP_ENDPOINT=%s %s; write one like http://collector:4318", url, why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:s3cret@collector:x",
        "http://user:pa/s3cret@collector:x",
        "http://user:pa@s3cret@collector:x",
        "ftp://collector?token=s3cret",
        "ftp://collector#s3cret",
        "ftp://collector/#a?s3cret",
        "user:s3cret@collector:4318",
        "http://collector :1?token=s3cret"
      })
  void shouldNotRepeatSecrets(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofMetrics(url))
        .satisfies(
            e -> {
              assertThat(e).hasMessageContaining("collector");
              assertThat(e).hasNoCause();
              assertThat(e.getMessage()).doesNotContain("s3cret");
            });
    assertThat(ofMetrics("http://u:s3cret@c:1/x?token=s3cret")).hasToString("http://c:1/x");
  }

  /** A host that cannot be told from a secret is not shown, either. */
  @ParameterizedTest
  @CsvSource({
    "ftp://collector?token=a@s3cret, ftp://...",
    "http://u:a#s3cret@collector:x,  http://...",
    "http://u:a?s3cret@collector:x,  http://...",
  })
  void shouldShowNothingThatMayBeASecret(String url, String shown) {
    var text = new EndpointText("endpoint", url, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> text.resolve(OtlpProtocol.HTTP_PROTOBUF, false))
        .withMessageStartingWith("endpoint=" + shown + " ");
    assertThat(text).hasToString("endpoint=" + shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:s3cret@collector:4317", "dns:///user:s3cret@collector:x"})
  void shouldNotRepeatSecretsOfATarget(String target) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofGrpc(target, true))
        .satisfies(e -> assertThat(e.getMessage()).contains("collector").doesNotContain("s3cret"));
  }
}
