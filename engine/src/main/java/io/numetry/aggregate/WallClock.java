package io.numetry.aggregate;

import java.util.concurrent.TimeUnit;

/**
 * Wall clock time in nanoseconds, without allocation: the millisecond clock, refined by the
 * monotonic one. Never behind the millisecond clock, by which others tell when something began;
 * follows a step of the wall clock once it exceeds the refinement.
 *
 * <p>Threads: one.
 */
final class WallClock {
  private static final long MAX_DRIFT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private long anchorUnixNanos;
  private long anchorNanoTime;

  WallClock() {
    anchor(millisecondClockNanos());
  }

  /** Nanoseconds since 1970. */
  long unixNanos() {
    long coarse = millisecondClockNanos();
    long fine = anchorUnixNanos + (System.nanoTime() - anchorNanoTime);
    if (fine < coarse || fine - coarse > MAX_DRIFT_NANOS) {
      anchor(coarse);
      return coarse;
    }
    return fine;
  }

  private void anchor(long unixNanos) {
    anchorUnixNanos = unixNanos;
    anchorNanoTime = System.nanoTime();
  }

  private static long millisecondClockNanos() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }
}
