package io.numetry.exporter.config;

import java.util.Locale;
import java.util.Optional;

/** How requests are encoded and carried. */
public enum OtlpProtocol {
  GRPC("grpc", 4317),
  HTTP_PROTOBUF("http/protobuf", 4318),

  /**
   * OTLP/HTTP in JSON, for debugging: larger requests, made of the other encoding on the sender's
   * thread, which allocates for each.
   */
  HTTP_JSON("http/json", 4318);

  private final String text;
  private final int defaultPort;

  OtlpProtocol(String text, int defaultPort) {
    this.text = text;
    this.defaultPort = defaultPort;
  }

  /** The port that collectors listen on. */
  public int defaultPort() {
    return defaultPort;
  }

  /** The name that the specification gives it. */
  @Override
  public String toString() {
    return text;
  }

  /** By the name that the specification gives it, in any case. */
  static Optional<OtlpProtocol> named(String name) {
    for (OtlpProtocol protocol : values()) {
      if (protocol.text.equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }
}
