package io.numetry.exporter.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Retry-After header, see RFC 9110, 10.2.3: seconds, or a date in any of the three forms that a
 * recipient must accept (5.6.7).
 *
 * <pre>
 *  Sun, 06 Nov 1994 08:49:37 GMT     as it is written today
 *  Sunday, 06-Nov-94 08:49:37 GMT    RFC 850
 *  Sun Nov  6 08:49:37 1994          asctime
 * </pre>
 */
final class RetryAfter {
  /** A longer wish is taken for a mistake, which must not silence telemetry for good. */
  private static final Duration MAX = Duration.ofHours(1);

  private static final DateTimeFormatter ASCTIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("EEE MMM ppd HH:mm:ss uuuu")
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

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
    for (DateTimeFormatter form :
        List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(now), ASCTIME)) {
      try {
        return Duration.between(now, form.parse(header, Instant::from));
      } catch (DateTimeException e) {
        // in another form, or in none
      }
    }
    return Duration.ZERO;
  }

  /** Its years have two digits, and none that is more than 50 years ahead is meant. */
  private static DateTimeFormatter rfc850(Instant now) {
    LocalDate earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49);
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }
}
