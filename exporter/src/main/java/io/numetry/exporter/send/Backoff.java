package io.numetry.exporter.send;

import io.numetry.exporter.config.RetryOptions;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The waits between attempts: growing from failure to failure, scattered by chance.
 *
 * <p>A destination may ask for a wait. Then no wait is shorter. If it throttles (gRPC's RetryInfo),
 * the waits grow from the one that it asked for, up to {@link #MAX_THROTTLE} or what it asks for,
 * whichever is longer.
 */
final class Backoff {
  /** A longer wait between attempts would not help a destination more, and delay what waits. */
  static final Duration MAX_THROTTLE = Duration.ofMinutes(1);

  private static final double SCATTER = 0.2;

  private final RetryOptions options;
  private final RandomGenerator random;
  private double nextNanos;
  private double nextThrottledNanos;

  Backoff(RetryOptions options, RandomGenerator random) {
    this.options = options;
    this.random = random;
    reset();
  }

  /**
   * The next wait.
   *
   * @param afterNanos what the destination asks for, or 0
   */
  long nextNanos(long afterNanos) {
    return Math.max(ownNanos(), afterNanos);
  }

  /**
   * The next wait for a destination that throttles.
   *
   * @param delayNanos what it asks for
   */
  long nextThrottledNanos(long delayNanos) {
    double wait = Math.max(nextThrottledNanos, (double) delayNanos);
    double limit = Math.max((double) MAX_THROTTLE.toNanos(), (double) delayNanos);
    nextThrottledNanos = Math.min(wait * options.multiplier(), limit);
    // Later by chance, but never sooner than asked for.
    long scattered = (long) (wait * random.nextDouble(1, 1 + SCATTER));
    return Math.max(scattered, ownNanos());
  }

  /** An attempt succeeded: the next failure is a first one. */
  void reset() {
    nextNanos = (double) options.initial().toNanos();
    nextThrottledNanos = 0;
  }

  private long ownNanos() {
    double wait = nextNanos;
    nextNanos = Math.min(wait * options.multiplier(), (double) options.max().toNanos());
    return (long) (wait * random.nextDouble(1 - SCATTER, 1 + SCATTER));
  }
}
