package io.numetry.exporter.config;

import io.numetry.config.Environment;
import io.numetry.exporter.config.OtlpOption.Setting;
import io.numetry.exporter.spool.SpoolEnvironment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The exporter's options as environment variables, by the specification's "OTLP Exporter": a
 * variable for metrics ({@code OTEL_EXPORTER_OTLP_METRICS_...}) wins over the one for all signals.
 *
 * <p>A value that cannot be parsed is warned of and ignored, as if the variable were not set: the
 * one for all signals counts then. An endpoint or a file that cannot be used is an error: to go on
 * without would send somewhere or something that was not asked for.
 */
public final class OtlpEnvironment {
  private final Environment environment;
  private final OtlpOptionsBuilder options = OtlpOptions.builder();

  private OtlpEnvironment(Environment environment) {
    this.environment = environment;
  }

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException if a variable's value makes an exporter impossible
   */
  public static OtlpOptionsBuilder read(Environment environment) {
    var reader = new OtlpEnvironment(environment);
    reader.readEnum(
        OtlpOption.PROTOCOL,
        OtlpProtocol::named,
        reader.options::protocol,
        "write grpc, http/protobuf or http/json");
    reader.readEndpoint();
    reader.readInsecure();
    reader.readFile(OtlpOption.CERTIFICATE, reader.options::certificate);
    reader.readFile(OtlpOption.CLIENT_CERTIFICATE, reader.options::clientCertificate);
    reader.readFile(OtlpOption.CLIENT_KEY, reader.options::clientKey);
    reader.readHeaders();
    reader.readEnum(
        OtlpOption.COMPRESSION,
        Compression::named,
        reader.options::compression,
        "write gzip, zstd or none");
    reader.readTimeout();
    reader.readEnum(
        OtlpOption.TEMPORALITY_PREFERENCE,
        TemporalityPreference::named,
        reader.options::temporality,
        "write cumulative, delta or lowmemory");
    SpoolEnvironment.read(environment).ifPresent(reader.options::spool);
    reader.readHistogramAggregation();
    return reader.options;
  }

  private <E> void readEnum(
      OtlpOption option, Function<String, Optional<E>> named, Consumer<E> builder, String instead) {
    for (Setting setting : option.settings(environment)) {
      Optional<E> known = named.apply(setting.value());
      if (known.isPresent()) {
        builder.accept(known.get());
        return;
      }
      ignored(setting, instead);
    }
  }

  private void readEndpoint() {
    OtlpOption.ENDPOINT
        .setting(environment)
        .ifPresent(
            setting -> {
              if (OtlpOption.isForMetrics(setting.variable())) {
                options.metricsEndpoint(setting.variable(), setting.value());
              } else {
                options.endpoint(setting.variable(), setting.value());
              }
            });
  }

  private void readInsecure() {
    OtlpOption.INSECURE
        .setting(environment)
        .ifPresent(setting -> options.insecure(environment.isTrue(setting.variable())));
  }

  private void readFile(OtlpOption option, Consumer<TlsFile> builder) {
    option
        .setting(environment)
        .ifPresent(setting -> builder.accept(new TlsFile(setting.variable(), path(setting))));
  }

  private static Path path(Setting setting) {
    try {
      return Path.of(setting.value());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          setting.variable() + "=" + setting.value() + " is no file's path", e);
    }
  }

  /** {@code key=value,key=value}, values percent-encoded. */
  private void readHeaders() {
    Optional<Setting> list = OtlpOption.HEADERS.setting(environment);
    if (list.isEmpty()) {
      return;
    }
    for (String pair : list.get().value().split(",", -1)) {
      if (!pair.isBlank()) {
        readHeader(list.get().variable(), pair);
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
    if (!HttpHeader.isName(header)) {
      // Whoever writes "name: value" has the value in front of its last equals sign.
      environment.ignored(variable, "(a header whose name is none)", "write name=value,name=value");
      return;
    }
    if (HttpHeader.isOwn(header)) {
      environment.ignored(
          variable, header + "=(hidden)", "leave it out, the exporter sets it itself");
      return;
    }
    try {
      options.header(new HttpHeader(header, decode(pair.substring(equals + 1).strip())));
    } catch (IllegalArgumentException e) {
      // The decoder's message would show the value, and header names are not secrets.
      environment.ignored(
          variable, header + "=(hidden)", "write name=value with a percent-encoded value");
    }
  }

  private void readTimeout() {
    for (Setting millis : OtlpOption.TIMEOUT.settings(environment)) {
      try {
        options.timeout(Duration.ofMillis(Integer.parseInt(millis.value())));
        return;
      } catch (IllegalArgumentException e) {
        ignored(millis, "write milliseconds, 1 to 2147483647, or 0 for no limit");
      }
    }
  }

  /** Nothing leaves it open: an instrument's schema names its kind of histogram. */
  private void readHistogramAggregation() {
    Optional<Setting> aggregation = OtlpOption.DEFAULT_HISTOGRAM_AGGREGATION.setting(environment);
    if (aggregation.isEmpty()) {
      return;
    }
    switch (aggregation.get().value().toLowerCase(Locale.ROOT)) {
      case "explicit_bucket_histogram", "base2_exponential_bucket_histogram" ->
          environment.unfollowed(
              aggregation.get().variable(),
              aggregation.get().value(),
              "each instrument says in its schema what it is");
      default ->
          ignored(
              aggregation.get(),
              "write explicit_bucket_histogram or base2_exponential_bucket_histogram");
    }
  }

  private void ignored(Setting setting, String instead) {
    environment.ignored(setting.variable(), setting.value(), instead);
  }

  /** Percent-decoding; a plus sign is a plus sign. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
