package io.numetry.exporter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpEndpointTest {

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
    assertThat(OtlpEndpoint.ofBase("endpoint", url)).isEqualTo(new OtlpEndpoint(host, port, path));
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
    assertThat(OtlpEndpoint.ofMetrics("endpoint", url))
        .isEqualTo(new OtlpEndpoint(host, port, path));
  }

  @ParameterizedTest
  @CsvSource({
    "not a url,           is not a URL",
    "'',                  is not an http URL",
    "collector,           is not an http URL",
    "localhost:4318,      is not an http URL",
    "ftp://collector,     is not an http URL",
    "unix:///run/otel,    is not an http URL",
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
        .isThrownBy(() -> OtlpEndpoint.ofBase("OTEL_EXPORTER_OTLP_ENDPOINT", url))
        .withMessage(
            "OTEL_EXPORTER_OTLP_ENDPOINT=%s %s; write one like http://collector:4318", url, why);
  }

  @Test
  void shouldRefuseTlsRatherThanSendPlainly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OtlpEndpoint.ofMetrics("endpoint", "https://collector:4318"))
        .withMessage(
            "endpoint=https://collector:4318 asks for TLS, which is not supported yet; write http://"
                + " to a collector on this host or network, which may forward with TLS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:s3cret@collector/x",
        "http://user:s3cret@collector:x",
        "ftp://collector?token=s3cret",
        "http://collector :1?token=s3cret"
      })
  void shouldNotRepeatSecrets(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OtlpEndpoint.ofMetrics("endpoint", url))
        .satisfies(
            e -> {
              assertThat(e).hasMessageContaining("collector");
              assertThat(e).hasNoCause();
              assertThat(e.getMessage()).doesNotContain("s3cret");
            });
    assertThat(OtlpEndpoint.ofMetrics("e", "http://u:s3cret@c:1/x?token=s3cret"))
        .hasToString("http://c:1/x");
  }
}
