package io.numetry.bench.support.measure;

import io.numetry.numa.NumaSystem;
import org.HdrHistogram.Histogram;

/**
 * A busy loop whose turns all do the same, each timed from the turn before: work of a fixed length,
 * and besides what telemetry asks of an owner, if anything.
 *
 * <p>Threads: its owner's alone.
 */
public final class JitterLoop {

  /** What a turn does beside its work. */
  @FunctionalInterface
  public interface Turn {
    /** A turn without telemetry. */
    Turn NOTHING = number -> {};

    /**
     * Records.
     *
     * @param number from zero, starting anew now and then
     */
    void record(int number);
  }

  /** Never read, and not private: what it is given is not optimised away. */
  static volatile long sink;

  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final long TURN_NANOS = 1_000;
  private static final int CALIBRATION_STEPS = 1 << 16;
  private static final int CALIBRATIONS = 40;

  /** Between looks at where it runs, which are not timed. */
  private static final int TURNS = 1024;

  private final NumaSystem numa;
  private final int steps;
  private final Histogram nanos = new Histogram(1, LONGEST_NANOS, DIGITS);
  private long state = 1;
  private int lastCpu = -1;
  private long cpuChanges;

  public JitterLoop(NumaSystem numa, int steps) {
    this.numa = numa;
    this.steps = steps;
  }

  /** Steps of work that take about a microsecond here. */
  public static int calibrate() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < CALIBRATIONS; i++) {
      long start = System.nanoTime();
      sink = work(i, CALIBRATION_STEPS);
      least = Math.min(least, System.nanoTime() - start);
    }
    return Math.max(1, (int) (TURN_NANOS * CALIBRATION_STEPS / Math.max(1, least)));
  }

  /** Each step waits for the one before. */
  private static long work(long start, int steps) {
    long x = start;
    for (int i = 0; i < steps; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    return x | 1;
  }

  public Histogram nanos() {
    return nanos;
  }

  public long cpuChanges() {
    return cpuChanges;
  }

  public void forget() {
    nanos.reset();
    cpuChanges = 0;
  }

  /**
   * Turns for so long, each with the work and what is given.
   *
   * @param duration nanoseconds
   */
  public void run(long duration, Turn turn) {
    long begin = System.nanoTime();
    for (long now = begin; now - begin < duration; now = System.nanoTime()) {
      look();
      turns(turn);
    }
  }

  private void turns(Turn turn) {
    long last = System.nanoTime();
    for (int i = 0; i < TURNS; i++) {
      state = work(state, steps);
      turn.record(i);
      long now = System.nanoTime();
      nanos.recordValue(Math.min(now - last, LONGEST_NANOS));
      last = now;
    }
  }

  private void look() {
    int cpu = numa.currentCpu();
    if (cpu != lastCpu && lastCpu >= 0) {
      cpuChanges++;
    }
    lastCpu = cpu;
  }
}
