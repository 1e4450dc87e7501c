package io.numetry.record;

import java.util.function.Supplier;

/**
 * Times sections and records how long they took, in seconds.
 *
 * <p>Made once, next to the metric set, it allocates nothing per section:
 *
 * <pre>{@code
 * Timer timer = new Timer(metrics::recordDecodeDuration);
 * ...
 * try (Timer _ = timer.start()) {
 *   decode(frame);
 * }
 * }</pre>
 *
 * <p>Where what is recorded depends on how the section ended, only the clock is needed:
 *
 * <pre>{@code
 * long start = System.nanoTime();
 * Outcome outcome = decode(frame);
 * metrics.recordDecodeDuration(outcome, Timer.secondsSince(start));
 * }</pre>
 *
 * <p>Sections of one timer may be nested up to {@link #MAX_DEPTH} deep. Threads: the core's owner
 * alone.
 */
public final class Timer implements AutoCloseable {
  /** A section within more sections than this is not timed. */
  public static final int MAX_DEPTH = 64;

  private static final double SECONDS_PER_NANO = 1e-9;

  private final Recording recording;
  private final long[] startNanoTimes = new long[MAX_DEPTH];
  private int depth;

  /** A metric set's call that takes a duration. */
  @FunctionalInterface
  public interface Recording {

    /** Records a duration. */
    void record(double seconds);
  }

  /**
   * @param recording where durations go
   */
  public Timer(Recording recording) {
    this.recording = recording;
  }

  /** Begins a section; {@link #close()} ends the one begun last. */
  public Timer start() {
    if (depth < MAX_DEPTH) {
      startNanoTimes[depth] = System.nanoTime();
    }
    depth++;
    return this;
  }

  /** Ends the section begun last, and records it; does nothing outside any section. */
  @Override
  public void close() {
    if (depth > 0) {
      depth--;
      if (depth < MAX_DEPTH) {
        recording.record(secondsSince(startNanoTimes[depth]));
      }
    }
  }

  /** Times a piece of work. */
  public void time(Runnable work) {
    try (Timer _ = start()) {
      work.run();
    }
  }

  /** Times a piece of work that yields something. */
  public <T> T time(Supplier<T> work) {
    try (Timer _ = start()) {
      return work.get();
    }
  }

  /** Seconds since a moment. */
  public static double secondsSince(long startNanoTime) {
    return nanosSince(startNanoTime) * SECONDS_PER_NANO;
  }

  /** Nanoseconds since a moment, for instruments whose unit is {@code ns}. */
  public static long nanosSince(long startNanoTime) {
    return System.nanoTime() - startNanoTime;
  }
}
