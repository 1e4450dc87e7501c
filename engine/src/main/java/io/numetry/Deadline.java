package io.numetry;

import java.time.Duration;

/**
 * When something is to be over.
 *
 * @param nanoTime as {@link System#nanoTime} counts
 */
record Deadline(long nanoTime) {
  /** Longer than any process waits, and within what nanoseconds can count. */
  static final Duration NO_LIMIT = Duration.ofDays(36_500);

  /** Longer times than {@link #NO_LIMIT} are that. */
  static Deadline in(Duration time) {
    Duration counted = time.compareTo(NO_LIMIT) < 0 ? time : NO_LIMIT;
    return new Deadline(System.nanoTime() + counted.toNanos());
  }

  /** Time left; 0 once it is over. */
  long leftNanos() {
    return Math.max(0, nanoTime - System.nanoTime());
  }

  /** The one in the middle of the time left. */
  Deadline half() {
    return new Deadline(nanoTime - leftNanos() / 2);
  }
}
