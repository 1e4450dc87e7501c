package io.numetry.exporter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.RetryOptions;
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
        assertThat(backoff.nextNanos() * 1e-9).isBetween(seconds * 0.8, seconds * 1.2);
      }
      backoff.reset();
    }
  }

  @Test
  void shouldScatterTheWaits() {
    Set<Long> waits = new HashSet<>();
    var random = new Random(1);
    for (int i = 0; i < 100; i++) {
      waits.add(new Backoff(RetryOptions.DEFAULT, random).nextNanos());
    }
    assertThat(waits).hasSizeGreaterThan(90);
  }
}
