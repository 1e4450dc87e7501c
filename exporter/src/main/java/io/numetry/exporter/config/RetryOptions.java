package io.numetry.exporter.config;

import java.time.Duration;

/**
 * How long a failed request waits before it is sent again: at first {@code initial}, after each
 * further failure {@code multiplier} times as long, never longer than {@code max}; each wait is
 * shortened or lengthened by chance, by a fifth at most. There is no last attempt: back-pressure
 * bounds what waits.
 */
public record RetryOptions(Duration initial, double multiplier, Duration max) {
  public static final RetryOptions DEFAULT =
      new RetryOptions(Duration.ofSeconds(1), 1.5, Duration.ofSeconds(5));

  public RetryOptions {
    if (initial.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("retry: initial=" + initial + ", write 1 ms or more");
    }
    if (!(multiplier >= 1 && multiplier <= 100)) {
      throw new IllegalArgumentException("retry: multiplier=" + multiplier + ", write 1 to 100");
    }
    if (max.compareTo(initial) < 0 || max.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "retry: max=" + max + ", write no less than initial=" + initial + ", at most an hour");
    }
  }
}
