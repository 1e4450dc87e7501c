package io.numetry.bench.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run is told.
 *
 * @param collector a real OpenTelemetry Collector to stand behind the gates; else they decode
 */
public record ChaosOptions(long seed, Duration duration, Optional<Path> collector) {
  /** Names the collector's binary. */
  public static final String COLLECTOR_VARIABLE = "NUMETRY_OTELCOL";

  private static final Duration DEFAULT = Duration.ofMinutes(3);
  private static final String USAGE =
      "write [--seed N] [--minutes M | --seconds S]; by default any seed, and three minutes";

  /**
   * Of the command's arguments.
   *
   * @throws IllegalArgumentException if there is something that it does not know
   */
  static ChaosOptions parse(String[] arguments) {
    long seed = System.nanoTime() % 1_000_000;
    Duration duration = DEFAULT;
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      switch (arguments[i]) {
        case "--seed" -> seed = number(arguments[i], value, Long.MIN_VALUE);
        case "--minutes" -> duration = Duration.ofMinutes(number(arguments[i], value, 1));
        case "--seconds" -> duration = Duration.ofSeconds(number(arguments[i], value, 10));
        default -> throw new IllegalArgumentException(arguments[i] + " is no option; " + USAGE);
      }
    }
    return new ChaosOptions(seed, duration, collectorOfEnvironment());
  }

  /** The collector that the environment names; empty if it names none. */
  static Optional<Path> collectorOfEnvironment() {
    String named = System.getenv(COLLECTOR_VARIABLE);
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    if (!Files.isExecutable(Path.of(named))) {
      throw new IllegalArgumentException(COLLECTOR_VARIABLE + "=" + named + " is no program");
    }
    return Optional.of(Path.of(named));
  }

  private static long number(String option, String text, long least) {
    try {
      long number = Long.parseLong(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        option + "=" + text + ", write a whole number" + (least > 0 ? " from " + least : ""));
  }
}
