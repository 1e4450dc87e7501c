package io.numetry.exporter.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The Retry-After header, see RFC 9110, 10.2.3: seconds, or a date. */
final class RetryAfter {
  /** A longer wish is taken for a mistake, which must not silence telemetry for good. */
  private static final Duration MAX = Duration.ofHours(1);

  private RetryAfter() {}

  /** Nanoseconds to wait; 0 if there is no header, it cannot be read, or its time is over. */
  static long nanos(@Nullable String header, InstantSource clock) {
    if (header == null) {
      return 0;
    }
    Duration wish = wish(header.strip(), clock.instant());
    if (wish.isNegative()) {
      return 0;
    }
    return (wish.compareTo(MAX) > 0 ? MAX : wish).toNanos();
  }

  private static Duration wish(String header, Instant now) {
    if (!header.isEmpty() && header.chars().allMatch(c -> c >= '0' && c <= '9')) {
      // Eighteen digits fit in a long, and are more than any limit.
      return Duration.ofSeconds(Long.parseLong(header.substring(0, Math.min(18, header.length()))));
    }
    try {
      var date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(now, date);
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
