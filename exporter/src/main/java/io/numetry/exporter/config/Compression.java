package io.numetry.exporter.config;

import java.util.Locale;
import java.util.Optional;

/** What is done to requests before they are sent. */
public enum Compression {
  NONE(1),
  GZIP(1),

  /**
   * An extension: the specification has the other two. It needs a library that users add
   * themselves, and a destination that takes it; without either gzip is used instead.
   */
  ZSTD(1);

  private final int defaultLevel;

  Compression(int defaultLevel) {
    this.defaultLevel = defaultLevel;
  }

  /** Figures are in docs/decisions/0013. */
  public int defaultLevel() {
    return defaultLevel;
  }

  /** Its name in options and, but for {@link #NONE}, in HTTP and in gRPC. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its name, in any case. */
  static Optional<Compression> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "none" -> Optional.of(NONE);
      case "gzip" -> Optional.of(GZIP);
      case "zstd" -> Optional.of(ZSTD);
      default -> Optional.empty();
    };
  }
}
