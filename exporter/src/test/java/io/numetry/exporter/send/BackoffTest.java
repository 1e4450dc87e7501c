package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.RetryOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void shouldGrowToItsLimitAndStartAgain() {
    var backoff = new Backoff(RetryOptions.DEFAULT, new Random(1));
    for (int round = 0; round < 2; round++) {
      for (double seconds : new double[] {1, 1.5, 2.25, 3.375, 5, 5, 5}) {
        assertThat(backoff.nextNanos(0) * 1e-9).isBetween(seconds * 0.8, seconds * 1.2);
      }
      backoff.reset();
    }
  }

  @Test
  void shouldScatterTheWaits() {
    Set<Long> waits = new HashSet<>();
    var random = new Random(1);
    for (int i = 0; i < 100; i++) {
      waits.add(new Backoff(RetryOptions.DEFAULT, random).nextNanos(0));
    }
    assertThat(waits).hasSizeGreaterThan(90);
  }

  @Test
  void shouldWaitNoLessThanTheDestinationAsksFor() {
    var backoff = new Backoff(RetryOptions.DEFAULT, new Random(1));
    assertThat(backoff.nextNanos(Duration.ofSeconds(30).toNanos()))
        .isEqualTo(Duration.ofSeconds(30).toNanos());
    assertThat(backoff.nextNanos(1) * 1e-9).as("its own waits go on").isBetween(1.2, 1.8);
  }

  /** From the delay asked for, up to a limit, and never sooner than asked for. */
  @Test
  void shouldGrowFromTheDelayOfADestinationThatThrottles() {
    var backoff = new Backoff(RetryOptions.DEFAULT, new Random(1));
    long delay = Duration.ofSeconds(20).toNanos();
    for (int round = 0; round < 2; round++) {
      for (double seconds : new double[] {20, 30, 45, 60, 60, 60}) {
        assertThat(backoff.nextThrottledNanos(delay) * 1e-9).isBetween(seconds, seconds * 1.2);
      }
      backoff.reset();
    }
    long tenMinutes = Duration.ofMinutes(10).toNanos();
    for (int i = 0; i < 5; i++) {
      assertThat(backoff.nextThrottledNanos(tenMinutes) * 1e-9).isBetween(600.0, 720.0);
    }
  }

  /** A delay of nothing is not leave to send without a pause. */
  @Test
  void shouldWaitAsEverIfTheDelayIsNone() {
    var backoff = new Backoff(RetryOptions.DEFAULT, new Random(1));
    for (double seconds : new double[] {1, 1.5, 2.25, 3.375, 5, 5}) {
      assertThat(backoff.nextThrottledNanos(0) * 1e-9).isBetween(seconds * 0.8, seconds * 1.2);
    }
  }
}
