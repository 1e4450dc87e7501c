package io.numetry;

import java.time.Duration;

/**
 * When something is to be over.
 *
 * @param nanoTime as {@link System#nanoTime} counts
 */
record Deadline(long nanoTime) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
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
