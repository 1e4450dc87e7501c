package io.numetry.exporter.http;

import io.numetry.exporter.config.RetryOptions;
import java.util.random.RandomGenerator;

/** The waits between attempts: growing from failure to failure, scattered by chance. */
final class Backoff {
  private static final double SCATTER = 0.2;

  private final RetryOptions options;
  private final RandomGenerator random;
  private double nextNanos;

  Backoff(RetryOptions options, RandomGenerator random) {
    this.options = options;
    this.random = random;
    reset();
  }

  /** The next wait. */
  long nextNanos() {
    double wait = nextNanos;
    nextNanos = Math.min(wait * options.multiplier(), (double) options.max().toNanos());
    return (long) (wait * random.nextDouble(1 - SCATTER, 1 + SCATTER));
  }

  /** An attempt succeeded: the next failure is a first one. */
  void reset() {
    nextNanos = (double) options.initial().toNanos();
  }
}
