package io.numetry.bench.affinity.measure;

import io.numetry.bench.support.FourCountersSet;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.NumaSystem;
import org.HdrHistogram.Histogram;

/**
 * A busy loop whose turns all do the same, each timed from the turn before. Without telemetry that
 * is the work alone; with it, four counters are added to and the core is polled besides.
 *
 * <p>Threads: its owner's alone.
 */
final class JitterLoop {

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

  JitterLoop(NumaSystem numa, int steps) {
    this.numa = numa;
    this.steps = steps;
  }

  /** Steps of work that take about a microsecond here. */
  static int calibrate() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < CALIBRATIONS; i++) {
      long start = System.nanoTime();
      ClockMeasure.sink = work(i, CALIBRATION_STEPS);
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

  Histogram nanos() {
    return nanos;
  }

  long cpuChanges() {
    return cpuChanges;
  }

  void forget() {
    nanos.reset();
    cpuChanges = 0;
  }

  void runBare(long duration) {
    long begin = System.nanoTime();
    for (long now = begin; now - begin < duration; now = System.nanoTime()) {
      look();
      bareTurns();
    }
  }

  void runRecording(long duration, FourCountersSet[] sets, TelemetryCore core) {
    long begin = System.nanoTime();
    for (long now = begin; now - begin < duration; now = System.nanoTime()) {
      look();
      recordingTurns(sets, core);
    }
  }

  private void bareTurns() {
    long last = System.nanoTime();
    for (int i = 0; i < TURNS; i++) {
      state = work(state, steps);
      long now = System.nanoTime();
      nanos.recordValue(Math.min(now - last, LONGEST_NANOS));
      last = now;
    }
  }

  private void recordingTurns(FourCountersSet[] sets, TelemetryCore core) {
    long last = System.nanoTime();
    for (int i = 0; i < TURNS; i++) {
      state = work(state, steps);
      FourCountersSet set = sets[i % sets.length];
      set.addFirst(1);
      set.addSecond(1);
      set.addThird(1);
      set.addFourth(1);
      core.poll();
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
