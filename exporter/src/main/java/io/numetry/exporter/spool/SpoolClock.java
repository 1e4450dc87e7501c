package io.numetry.exporter.spool;

import java.time.InstantSource;

/**
 * The times that a spool goes by: of day, for the age of frames over restarts; elapsed, for
 * intervals.
 */
class SpoolClock {
  private final InstantSource source;

  SpoolClock(InstantSource source) {
    this.source = source;
  }

  /** Nanoseconds since 1970; as precise as milliseconds, for which nothing is allocated. */
  long unixNano() {
    return source.millis() * 1_000_000;
  }

  long nanoTime() {
    return System.nanoTime();
  }
}
