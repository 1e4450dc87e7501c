package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayRateTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void shouldLetASecondsWorthGoAtOnce() {
    var rate = new ReplayRate(1000, 0);
    rate.sent(1000);
    assertThat(rate.waitNanos(0)).isZero();
    rate.sent(500);
    assertThat(rate.waitNanos(0)).isEqualTo(SECOND / 2);
    assertThat(rate.waitNanos(SECOND / 2)).isZero();
  }

  @Test
  void shouldSendWhatIsLargerThanASecondsWorth() {
    var rate = new ReplayRate(1000, 0);
    rate.sent(5000);
    assertThat(rate.waitNanos(SECOND)).isEqualTo(3 * SECOND);
  }

  @Test
  void shouldNotSaveUpWhileNothingIsSent() {
    var rate = new ReplayRate(1000, 0);
    assertThat(rate.waitNanos(100 * SECOND)).isZero();
    rate.sent(2000);
    assertThat(rate.waitNanos(100 * SECOND)).isEqualTo(SECOND);
  }

  @Test
  void shouldGrantLeaveWhateverTheTime() {
    var rate = new ReplayRate(1000, 0);
    rate.sent(3000);
    rate.grant(2000);
    assertThat(rate.waitNanos(0)).isZero();
  }

  @Test
  void shouldHaveNoLimitWithoutOne() {
    var rate = new ReplayRate(0, 0);
    rate.sent(Integer.MAX_VALUE);
    assertThat(rate.waitNanos(0)).isZero();
  }
}
