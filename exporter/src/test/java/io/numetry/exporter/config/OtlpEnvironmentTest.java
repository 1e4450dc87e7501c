package io.numetry.exporter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.config.Environment;
import io.numetry.exporter.testkit.LogCapture;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpEnvironmentTest {
  private final LogCapture log = new LogCapture();

  @AfterEach
  void closeLog() {
    log.close();
  }

  private static OtlpOptions read(Map<String, String> variables) {
    return OtlpEnvironment.read(new Environment(variables::get)).build();
  }

  private static OtlpOptions read(String name, String value) {
    return read(Map.of("OTEL_EXPORTER_OTLP_" + name, value));
  }

  @Test
  void shouldHaveTheDefaultsOfTheSpecification() {
    OtlpOptions options = read(Map.of());
    assertThat(options.endpoint())
        .isEqualTo(OtlpEndpoint.ofHost(false, "localhost", 4318, "/v1/metrics"));
    assertThat(options.headers()).isEmpty();
    assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.temporality()).isEqualTo(TemporalityPreference.CUMULATIVE);
    assertThat(options.maxRequestBytes()).isEqualTo(67108864);
    assertThat(options.maxResponseBytes()).isEqualTo(4194304);
    assertThat(options.retry())
        .isEqualTo(new RetryOptions(Duration.ofSeconds(1), 1.5, Duration.ofSeconds(5)));
  }

  @Test
  void shouldPreferTheVariableForMetrics() {
    var variables = new TreeMap<String, String>();
    variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:1");
    variables.put("OTEL_EXPORTER_OTLP_TIMEOUT", "1");
    variables.put("OTEL_EXPORTER_OTLP_HEADERS", "all=1");
    OtlpOptions all = read(variables);
    assertThat(all.endpoint()).isEqualTo(OtlpEndpoint.ofHost(false, "all", 1, "/v1/metrics"));
    assertThat(all.timeout()).isEqualTo(Duration.ofMillis(1));
    assertThat(all.headers()).containsExactly(new HttpHeader("all", "1"));
    variables.put("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://metrics:2");
    variables.put("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "2");
    variables.put("OTEL_EXPORTER_OTLP_METRICS_HEADERS", "own=2");
    OtlpOptions own = read(variables);
    assertThat(own.endpoint()).isEqualTo(OtlpEndpoint.ofHost(false, "metrics", 2, "/"));
    assertThat(own.timeout()).isEqualTo(Duration.ofMillis(2));
    assertThat(own.headers()).containsExactly(new HttpHeader("own", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENDPOINT",
        "METRICS_ENDPOINT",
        "HEADERS",
        "TIMEOUT",
        "PROTOCOL",
        "COMPRESSION",
        "INSECURE",
        "CERTIFICATE",
        "METRICS_CLIENT_KEY",
        "METRICS_TEMPORALITY_PREFERENCE"
      })
  void shouldTakeAnEmptyValueForAnUnsetOne(String name) {
    assertThat(read(name, "")).isEqualTo(read(Map.of()));
    assertThat(read(name, "  ")).isEqualTo(read(Map.of()));
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TIMEOUT, ten, 'write milliseconds, 1 to 2147483647, or 0 for no limit'",
    "TIMEOUT, -1, 'write milliseconds, 1 to 2147483647, or 0 for no limit'",
    "METRICS_TIMEOUT, 2147483648, 'write milliseconds, 1 to 2147483647, or 0 for no limit'",
    "PROTOCOL, http/xml, 'write grpc, http/protobuf or http/json'",
    "METRICS_PROTOCOL, grpc/json, 'write grpc, http/protobuf or http/json'",
    "COMPRESSION, br, 'write gzip, zstd or none'",
    "METRICS_COMPRESSION, zstd;gzip, 'write gzip, zstd or none'",
    "METRICS_TEMPORALITY_PREFERENCE, Both, 'write cumulative, delta or lowmemory'",
  })
  void shouldWarnOfWhatItCannotParseAndIgnoreIt(String name, String value, String instead) {
    assertThat(read(name, value)).isEqualTo(read(Map.of()));
    assertThat(log.lines())
        .containsExactly(
            "WARNING OTEL_EXPORTER_OTLP_" + name + "=" + value + " is ignored: " + instead);
  }

  @Test
  void shouldReadProtocolAndCompressionInAnyCase() {
    assertThat(read(Map.of()).protocol()).isEqualTo(OtlpProtocol.HTTP_PROTOBUF);
    assertThat(read("PROTOCOL", "GRPC").protocol()).isEqualTo(OtlpProtocol.GRPC);
    assertThat(read("METRICS_PROTOCOL", "http/Protobuf").protocol())
        .isEqualTo(OtlpProtocol.HTTP_PROTOBUF);
    assertThat(read("METRICS_PROTOCOL", "HTTP/JSON").protocol()).isEqualTo(OtlpProtocol.HTTP_JSON);
    assertThat(read("METRICS_PROTOCOL", "http/json").endpoint())
        .isEqualTo(read(Map.of()).endpoint());
    assertThat(read(Map.of()).compression()).isEqualTo(Compression.NONE);
    assertThat(read("COMPRESSION", "Gzip").compression()).isEqualTo(Compression.GZIP);
    assertThat(read("COMPRESSION", "none").compression()).isEqualTo(Compression.NONE);
    assertThat(read("COMPRESSION", "zstd").compression()).isEqualTo(Compression.ZSTD);
    assertThat(read("METRICS_COMPRESSION", "ZSTD").compression()).isEqualTo(Compression.ZSTD);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void shouldReadTheEndpointByTheProtocol() {
    assertThat(read("PROTOCOL", "grpc").endpoint())
        .isEqualTo(OtlpEndpoint.ofHost(false, "localhost", 4317, OtlpEndpoint.GRPC_PATH));
    var variables = new TreeMap<String, String>();
    variables.put("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
    variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317");
    assertThat(read(variables).endpoint().tls()).isTrue();
    variables.put("OTEL_EXPORTER_OTLP_INSECURE", "TRUE");
    assertThat(read(variables).endpoint().tls()).isFalse();
    variables.put("OTEL_EXPORTER_OTLP_METRICS_INSECURE", "false");
    assertThat(read(variables).endpoint().tls()).isTrue();
    variables.put("OTEL_EXPORTER_OTLP_METRICS_INSECURE", "yes");
    assertThat(read(variables).endpoint().tls()).isTrue();
    assertThat(log.lines())
        .containsExactly(
            "WARNING OTEL_EXPORTER_OTLP_METRICS_INSECURE=yes is ignored: write true or false");
    variables.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(variables))
        .withMessageStartingWith("OTEL_EXPORTER_OTLP_ENDPOINT=collector:4317 is not an http URL");
  }

  @Test
  void shouldReadTheFilesOfTls() {
    var variables = new TreeMap<String, String>();
    variables.put("OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca.pem");
    variables.put("OTEL_EXPORTER_OTLP_CLIENT_KEY", "/all.key");
    variables.put("OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY", "/own.key");
    variables.put("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "/own.pem");
    assertThat(read(variables).tls())
        .isEqualTo(
            new TlsOptions(
                new TlsFile("OTEL_EXPORTER_OTLP_CERTIFICATE", Path.of("/ca.pem")),
                new TlsFile("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", Path.of("/own.pem")),
                new TlsFile("OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY", Path.of("/own.key"))));
    variables.remove("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(variables))
        .withMessage(
            "OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY=/own.key is set without its certificate; set the"
                + " client's certificate, too");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("CLIENT_CERTIFICATE", "/own.pem"))
        .withMessage(
            "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE=/own.pem is set without its key; set the client's"
                + " key, too");
  }

  @Test
  void shouldNameTheVariableOfABadEndpoint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("METRICS_ENDPOINT", "collector"))
        .withMessageStartingWith("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=collector ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("ENDPOINT", "ftp://collector"))
        .withMessageStartingWith("OTEL_EXPORTER_OTLP_ENDPOINT=ftp://collector ");
  }

  @Test
  void shouldReadATimeoutOfZeroAsNone() {
    assertThat(read("TIMEOUT", "0").timeout()).isZero();
  }

  @Test
  void shouldDecodeHeaders() {
    assertThat(read("HEADERS", " a = 1 ,b=x%3Dy%2C%20z,,c=p+q=r;s, d=").headers())
        .containsExactly(
            new HttpHeader("a", "1"),
            new HttpHeader("b", "x=y, z"),
            new HttpHeader("c", "p+q=r;s"),
            new HttpHeader("d", ""));
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key=s3cret%zz",
        "key=s3cret%0d%0aevil: 1",
        "host=s3cret",
        "k ey=s3cret",
        "Authorization: Basic s3cret=",
        "Authorization: Bearer s3cret==",
        "=s3cret",
        "s3cret",
        "content-length=s3cret"
      })
  void shouldSkipAHeaderThatIsNoneAndNotTellItsValue(String header) {
    assertThat(read("HEADERS", "a=1," + header + ",b=2").headers())
        .containsExactly(new HttpHeader("a", "1"), new HttpHeader("b", "2"));
    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().getFirst())
        .startsWith("WARNING OTEL_EXPORTER_OTLP_HEADERS=")
        .doesNotContain("s3cret");
    assertThat(new HttpHeader("key", "s3cret").toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization: Basic s3cret=, '(a header whose name is none)', 'write name=value,name=value'",
    "Content-Type=s3cret, Content-Type=(hidden), 'leave it out, the exporter sets it itself'",
    "key=s3cret%zz, key=(hidden), write name=value with a percent-encoded value",
  })
  void shouldSayWhatIsWrongWithAHeader(String header, String shown, String instead) {
    read("HEADERS", header);
    assertThat(log.lines())
        .containsExactly("WARNING OTEL_EXPORTER_OTLP_HEADERS=" + shown + " is ignored: " + instead);
  }

  /** "Treat them as not set" (specification, common): so the one for all signals counts. */
  @ParameterizedTest
  @CsvSource({
    "TIMEOUT, 5, ten",
    "TIMEOUT, 5, -1",
    "COMPRESSION, gzip, brotli",
    "PROTOCOL, grpc, http",
  })
  void shouldGoByTheVariableForAllSignalsWhereTheOtherCannotBeParsed(
      String name, String all, String own) {
    OtlpOptions expected = read(name, all);
    var variables = new TreeMap<String, String>();
    variables.put("OTEL_EXPORTER_OTLP_" + name, all);
    variables.put("OTEL_EXPORTER_OTLP_METRICS_" + name, own);
    assertThat(read(variables)).isEqualTo(expected).isNotEqualTo(read(Map.of()));
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING OTEL_EXPORTER_OTLP_METRICS_" + name + "=" + own + " is ignored: ");
  }

  @ParameterizedTest
  @CsvSource({
    "Cumulative, CUMULATIVE, CUMULATIVE, CUMULATIVE, CUMULATIVE, CUMULATIVE",
    "DELTA,      DELTA,      CUMULATIVE, DELTA,      DELTA,      DELTA",
    "lowmemory,  DELTA,      CUMULATIVE, CUMULATIVE, CUMULATIVE, DELTA",
  })
  void shouldPreferATemporality(
      String value,
      Temporality counter,
      Temporality upDownCounter,
      Temporality observeCounter,
      Temporality gauge,
      Temporality distribution) {
    TemporalityPreference preference = read("METRICS_TEMPORALITY_PREFERENCE", value).temporality();
    assertThat(preference.temporality(InstrumentKind.COUNTER)).isEqualTo(counter);
    assertThat(preference.temporality(InstrumentKind.UP_DOWN_COUNTER)).isEqualTo(upDownCounter);
    assertThat(preference.temporality(InstrumentKind.OBSERVE_UP_DOWN_COUNTER))
        .isEqualTo(upDownCounter);
    assertThat(preference.temporality(InstrumentKind.OBSERVE_COUNTER)).isEqualTo(observeCounter);
    assertThat(preference.temporality(InstrumentKind.GAUGE)).isEqualTo(gauge);
    assertThat(preference.temporality(InstrumentKind.MMSC)).isEqualTo(distribution);
    assertThat(preference.temporality(InstrumentKind.EXPONENTIAL_HISTOGRAM))
        .isEqualTo(distribution);
    assertThat(preference.temporality(InstrumentKind.EXPLICIT_HISTOGRAM)).isEqualTo(distribution);
  }
}
