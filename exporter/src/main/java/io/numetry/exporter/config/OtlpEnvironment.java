package io.numetry.exporter.config;

import io.numetry.config.Environment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The exporter's options as environment variables, by the specification's "OTLP Exporter": a
 * variable for metrics ({@code OTEL_EXPORTER_OTLP_METRICS_...}) wins over the one for all signals.
 *
 * <p>A value that cannot be parsed is warned of and ignored. A value that is well understood but
 * asks for what is not there (TLS, gRPC, compression) is an error: to go on without would send
 * somewhere or something that was not asked for.
 */
public final class OtlpEnvironment {
  private static final String ALL_SIGNALS = "OTEL_EXPORTER_OTLP_";
  private static final String METRICS = ALL_SIGNALS + "METRICS_";

  private final Environment environment;
  private final OtlpOptions.Builder options = OtlpOptions.builder();

  private OtlpEnvironment(Environment environment) {
    this.environment = environment;
  }

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException if a variable's value makes an exporter impossible
   */
  public static OtlpOptions.Builder read(Environment environment) {
    var reader = new OtlpEnvironment(environment);
    reader.readProtocol();
    reader.readCompression();
    reader.readEndpoint();
    reader.readHeaders();
    reader.readTimeout();
    reader.readTemporality();
    return reader.options;
  }

  private void readProtocol() {
    String name = nameOf("PROTOCOL");
    Optional<String> protocol = environment.keyword(name);
    if (protocol.isEmpty()) {
      return;
    }
    switch (protocol.get()) {
      case "http/protobuf" -> {}
      case "grpc", "http/json" ->
          throw notSupported(name, protocol.get(), "http/protobuf, and an endpoint for it");
      default -> environment.ignored(name, protocol.get(), "write http/protobuf");
    }
  }

  private void readCompression() {
    String name = nameOf("COMPRESSION");
    Optional<String> compression = environment.keyword(name);
    if (compression.isEmpty()) {
      return;
    }
    switch (compression.get()) {
      case "none" -> {}
      case "gzip" -> throw notSupported(name, compression.get(), "none, or leave it out");
      default -> environment.ignored(name, compression.get(), "write none");
    }
  }

  private void readEndpoint() {
    String metrics = METRICS + "ENDPOINT";
    Optional<String> own = environment.string(metrics);
    if (own.isPresent()) {
      options.endpoint(OtlpEndpoint.ofMetrics(metrics, own.get()));
      return;
    }
    String base = ALL_SIGNALS + "ENDPOINT";
    environment.string(base).ifPresent(url -> options.endpoint(OtlpEndpoint.ofBase(base, url)));
  }

  /** {@code key=value,key=value}, values percent-encoded. */
  private void readHeaders() {
    String name = nameOf("HEADERS");
    Optional<String> list = environment.string(name);
    if (list.isEmpty()) {
      return;
    }
    for (String pair : list.get().split(",", -1)) {
      if (!pair.isBlank()) {
        readHeader(name, pair);
      }
    }
  }

  private void readHeader(String variable, String pair) {
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      environment.ignored(variable, "(a header without a name)", "write name=value,name=value");
      return;
    }
    String header = pair.substring(0, equals).strip();
    try {
      options.header(new HttpHeader(header, decode(pair.substring(equals + 1).strip())));
    } catch (IllegalArgumentException e) {
      // The decoder's message would show the value, and header names are not secrets.
      environment.ignored(
          variable, header + "=(hidden)", "write name=value with a percent-encoded value");
    }
  }

  private void readTimeout() {
    String name = nameOf("TIMEOUT");
    Optional<String> millis = environment.string(name);
    if (millis.isEmpty()) {
      return;
    }
    try {
      options.timeout(Duration.ofMillis(Integer.parseInt(millis.get())));
    } catch (IllegalArgumentException e) {
      environment.ignored(
          name, millis.get(), "write milliseconds, 1 to 2147483647, or 0 for no limit");
    }
  }

  private void readTemporality() {
    String name = METRICS + "TEMPORALITY_PREFERENCE";
    Optional<String> preference = environment.string(name);
    if (preference.isEmpty()) {
      return;
    }
    TemporalityPreference.named(preference.get())
        .ifPresentOrElse(
            options::temporality,
            () ->
                environment.ignored(
                    name, preference.get(), "write cumulative, delta or lowmemory"));
  }

  /** The variable for metrics, or the one for all signals if the former is not set. */
  private String nameOf(String option) {
    String metrics = METRICS + option;
    return environment.string(metrics).isPresent() ? metrics : ALL_SIGNALS + option;
  }

  private static IllegalArgumentException notSupported(String name, String value, String instead) {
    return new IllegalArgumentException(
        name + "=" + value + " is not supported yet; write " + instead);
  }

  /** Percent-decoding; a plus sign is a plus sign. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
