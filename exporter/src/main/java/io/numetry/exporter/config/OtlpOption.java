package io.numetry.exporter.config;

import io.numetry.config.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The options, all of them: what each is called in code and in the environment, its type, its
 * default, and the rule it follows. The environment is read by this table, and the reference of the
 * documentation is written from it.
 */
public enum OtlpOption {
  PROTOCOL(
      "protocol",
      Variables.BOTH,
      "`grpc`, `http/protobuf`, `http/json`",
      options -> options.protocol().toString(),
      "JSON is for debugging: [decision 0013](decisions/0013-transports.md) has its cost"),
  ENDPOINT(
      "endpoint",
      Variables.BOTH,
      "URL",
      options -> options.endpoint().toString().replace("/v1/metrics", ""),
      "port 4317 by default with gRPC. With HTTP the general one gets `v1/metrics` appended, the one"
          + " for metrics (`metricsEndpoint` in code) is used as it is. Also `unix:///path`; with"
          + " gRPC `host:port` and `dns:///host:port`"),
  INSECURE(
      "insecure",
      Variables.BOTH,
      "boolean",
      options -> "false",
      "gRPC alone, and only where the endpoint has neither `http://` nor `https://`"),
  CERTIFICATE(
      "certificate",
      Variables.BOTH,
      "PEM file",
      options -> "the JDK's",
      "certificates to trust; read again for each connection"),
  CLIENT_CERTIFICATE(
      "clientCertificate",
      Variables.BOTH,
      "PEM file",
      options -> "none",
      "for mutual TLS, with its chain; goes with the key"),
  CLIENT_KEY(
      "clientKey",
      Variables.BOTH,
      "PEM file",
      options -> "none",
      "PKCS#8, or traditional RSA or EC; not encrypted"),
  HEADERS(
      "header",
      Variables.BOTH,
      "`key=value,key=value`",
      options -> "none",
      "values percent-encoded; never logged"),
  COMPRESSION(
      "compression",
      Variables.BOTH,
      "`gzip`, `zstd`, `none`",
      options -> options.compression().toString(),
      "`zstd` is an extension: the specification has the other two. It needs a library, and gives"
          + " way to gzip where the destination does not take it; both are in the"
          + " [guide](guide.md)"),
  TIMEOUT(
      "timeout",
      Variables.BOTH,
      "ms",
      options -> Long.toString(options.timeout().toMillis()),
      "of one attempt, from connecting to the response; 0 for no limit"),
  TEMPORALITY_PREFERENCE(
      "temporality",
      Variables.METRICS_ONLY,
      "`cumulative`, `delta`, `lowmemory`",
      options -> options.temporality().name().toLowerCase(Locale.ROOT),
      "what each means is in the [guide](guide.md)"),
  DEFAULT_HISTOGRAM_AGGREGATION(
      "",
      Variables.METRICS_ONLY,
      "`explicit_bucket_histogram`, `base2_exponential_bucket_histogram`",
      options -> "the schema's",
      "not followed: each instrument says in its schema what it is"),
  COMPRESSION_LEVEL(
      "compressionLevel",
      Variables.NONE,
      "1 to 9",
      options -> Integer.toString(options.compressionLevel()),
      "of the compression that is chosen; figures are in [decision 0013](decisions/0013-transports.md)"),
  HTTP_VERSION(
      "httpVersion",
      Variables.NONE,
      "`NEGOTIATED`, `HTTP_1_1`, `HTTP_2`",
      options -> options.httpVersion().name(),
      "of OTLP/HTTP: by ALPN, never HTTP/2, or HTTP/2 without TLS as well"),
  PROXY(
      "proxy",
      Variables.NONE,
      "host, port, user, password",
      options -> "none",
      "an HTTP proxy that connects by CONNECT; the password is never logged"),
  MAX_IN_FLIGHT(
      "maxInFlight",
      Variables.NONE,
      "1 to 1000",
      options -> Integer.toString(options.maxInFlight()),
      "requests on their way at a time; those of one series never overtake each other"),
  MAX_REQUEST_BYTES(
      "maxRequestBytes",
      Variables.NONE,
      "bytes",
      options -> Long.toString(options.maxRequestBytes()),
      "before compression; a collection that is larger goes as several requests"),
  MAX_RESPONSE_BYTES(
      "maxResponseBytes",
      Variables.NONE,
      "bytes",
      options -> Integer.toString(options.maxResponseBytes()),
      "after decompression; a larger response counts as a refusal"),
  MAX_COLLECTIONS(
      "maxCollections",
      Variables.NONE,
      "count",
      options -> Integer.toString(options.maxCollections()),
      "of a node that may wait for delivery before it collects no more"),
  SPOOL(
      "spool",
      Variables.NONE,
      "`SpoolOptions`",
      options -> "none",
      "frames go to disk while the collector is away; variables and options of its own are below"),
  RETRY(
      "retry",
      Variables.NONE,
      "`RetryOptions`",
      options ->
          options.retry().initial().toSeconds()
              + " s, x "
              + options.retry().multiplier()
              + ", at most "
              + options.retry().max().toSeconds()
              + " s",
      "waits between attempts, each longer or shorter by a fifth at random");

  private static final String ALL_SIGNALS = "OTEL_EXPORTER_OTLP_";
  private static final String METRICS = ALL_SIGNALS + "METRICS_";

  private final String inCode;
  private final Variables variables;
  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<OtlpOptions, String> byDefault;

  private final String rule;

  /** Which variables an option has. */
  private enum Variables {
    NONE,
    METRICS_ONLY,
    BOTH
  }

  /** A variable that is set. */
  record Setting(String variable, String value) {}

  OtlpOption(
      String inCode,
      Variables variables,
      String type,
      Function<OtlpOptions, String> byDefault,
      String rule) {
    this.inCode = inCode;
    this.variables = variables;
    this.type = type;
    this.byDefault = byDefault;
    this.rule = rule;
  }

  /** Its method in the exporter's builder; empty if it has none. */
  public String inCode() {
    return inCode;
  }

  /** Its variables, the one that wins first. */
  public List<String> variables() {
    return switch (variables) {
      case NONE -> List.of();
      case METRICS_ONLY -> List.of(METRICS + name());
      case BOTH -> List.of(METRICS + name(), ALL_SIGNALS + name());
    };
  }

  /** The variable for metrics, or the one for all signals if the former is not set. */
  Optional<Setting> setting(Environment environment) {
    return settings(environment).stream().findFirst();
  }

  /** Those of its variables that are set, the one that wins first. */
  List<Setting> settings(Environment environment) {
    List<Setting> settings = new ArrayList<>();
    for (String variable : variables()) {
      environment.string(variable).ifPresent(value -> settings.add(new Setting(variable, value)));
    }
    return settings;
  }

  static boolean isForMetrics(String variable) {
    return variable.startsWith(METRICS);
  }

  /** The table for people, in Markdown. */
  public static String reference() {
    OtlpOptions defaults = OtlpOptions.builder().build();
    var table = new StringBuilder("| in code | variable | type | default | |\n");
    table.append("| --- | --- | --- | --- | --- |\n");
    for (OtlpOption option : values()) {
      table
          .append("| ")
          .append(option.inCode.isEmpty() ? "" : "`" + option.inCode + "`")
          .append(" | ")
          .append(option.variableShown())
          .append(" | ")
          .append(option.type)
          .append(" | ")
          .append(option.byDefault.apply(defaults))
          .append(" | ")
          .append(option.rule)
          .append(" |\n");
    }
    return table.toString();
  }

  private String variableShown() {
    return switch (variables) {
      case NONE -> "";
      case METRICS_ONLY -> "`METRICS_" + name() + "`";
      case BOTH -> "`" + name() + "`";
    };
  }
}
