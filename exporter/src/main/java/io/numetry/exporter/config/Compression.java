package io.numetry.exporter.config;

import java.util.Locale;
import java.util.Optional;

/** What is done to requests before they are sent. */
public enum Compression {
  NONE,
  GZIP;

  /** The name that the specification gives it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the name that the specification gives it, in any case. */
  static Optional<Compression> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "none" -> Optional.of(NONE);
      case "gzip" -> Optional.of(GZIP);
      default -> Optional.empty();
    };
  }
}
