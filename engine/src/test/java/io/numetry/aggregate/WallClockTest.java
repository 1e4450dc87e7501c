package io.numetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WallClockTest {

  /** A series' start comes from the millisecond clock: no window may end before it. */
  @Test
  void shouldNeverBeBehindTheMillisecondClock() {
    var clock = new WallClock();
    for (int i = 0; i < 200_000; i++) {
      long milliseconds = System.currentTimeMillis();
      assertThat(clock.unixNanos())
          .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
  }
}
