package io.numetry.exporter.console;

import java.util.Locale;
import java.util.Optional;

/** How metrics are written. */
public enum ConsoleFormat {
  /** A table a collection, for people. */
  TABLE,

  /**
   * Each request as one line of JSON, as the OTLP specification has it ("JSON Protobuf Encoding",
   * and "OpenTelemetry Protocol File Exporter").
   */
  OTLP_JSON;

  /** The format's name in the environment. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ConsoleFormat> named(String text) {
    for (ConsoleFormat format : values()) {
      if (format.text().equals(text)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
