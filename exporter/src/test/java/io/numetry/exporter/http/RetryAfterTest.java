package io.numetry.exporter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "120, 120",
    "' 7 ', 7",
    "3600, 3600",
    "3601, 3600",
    "99999999999999999999999999, 3600",
    "'Sat, 21 Nov 2026 10:00:30 GMT', 30",
    "'Sat, 21 Nov 2026 09:59:59 GMT', 0",
    "'Sat, 21 Nov 2026 12:00:00 GMT', 3600",
    "'Fri, 31 Dec 9999 23:59:59 GMT', 3600",
    "'Saturday, 21-Nov-26 10:00:30 GMT', 30",
    "'Saturday, 21-Nov-26 09:00:00 GMT', 0",
    "'Thursday, 21-Nov-75 10:00:00 GMT', 3600",
    "'Monday, 21-Nov-77 10:00:00 GMT', 0",
    "'Sat Nov 21 10:00:30 2026', 30",
    "'Sat Nov  7 10:00:30 2026', 0",
    "'Mon Dec  7 10:00:00 2026', 3600",
    "'Sat Nov 21 10:00:30', 0",
    "-1, 0",
    "1.5, 0",
    "'', 0",
    "tomorrow, 0",
  })
  void shouldReadSecondsAndDates(String header, long seconds) {
    assertThat(RetryAfter.nanos(header, CLOCK)).isEqualTo(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void shouldNotWaitWithoutAHeader() {
    assertThat(RetryAfter.nanos(null, CLOCK)).isZero();
  }
}
