package io.numetry.bench.affinity.measure;

import io.numetry.bench.affinity.result.Clock;
import io.numetry.bench.affinity.result.Spread;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times short batches of an operation, many of them, once it is compiled. A batch is so long that
 * reading the clock is a small part of it; that part is taken off.
 *
 * <p>Threads: one at a time; it allocates before it measures and not while it does.
 */
public final class BatchTimer {

  /** Operations in a loop of their own, so that each kind is compiled by itself. */
  @FunctionalInterface
  interface Kernel {
    void run(int operations);
  }

  private static final long BATCH_NANOS = TimeUnit.MICROSECONDS.toNanos(20);
  private static final int LARGEST_BATCH = 1 << 24;
  private static final int MOST_BATCHES = 1 << 16;
  private static final int FEWEST_BATCHES = 5;
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  private final double[] values = new double[MOST_BATCHES];
  private final Clock clock;
  private final long warmUpNanos;
  private final @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();

  public BatchTimer(Clock clock, long warmUpNanos) {
    this.clock = clock;
    this.warmUpNanos = warmUpNanos;
  }

  /** Nanoseconds of an operation, over batches. */
  Spread time(Kernel kernel, long nanos) {
    return time(kernel, nanos, 1);
  }

  /**
   * Nanoseconds of an event, over batches.
   *
   * @param events in each operation
   */
  Spread time(Kernel kernel, long nanos, int events) {
    warmUp(kernel);
    int operations = batchSize(kernel);
    long deadline = System.nanoTime() + nanos;
    int count = 0;
    long end = System.nanoTime();
    while (count < FEWEST_BATCHES || (end - deadline < 0 && count < MOST_BATCHES)) {
      long start = System.nanoTime();
      kernel.run(operations);
      end = System.nanoTime();
      double batch = Math.max(0, end - start - clock.readNanos());
      values[count++] = batch / ((double) operations * events);
    }
    return Spread.of(values, count);
  }

  /** Runs until the compiler has had nothing to do for a while, or time is up. */
  private void warmUp(Kernel kernel) {
    int operations = batchSize(kernel);
    long start = System.nanoTime();
    long quietSince = start;
    long compiledMillis = compiledMillis();
    for (long now = start; now - start < warmUpNanos; now = System.nanoTime()) {
      kernel.run(operations);
      long millis = compiledMillis();
      if (millis != compiledMillis) {
        compiledMillis = millis;
        quietSince = now;
      } else if (now - quietSince >= QUIET_NANOS) {
        return;
      }
    }
  }

  private long compiledMillis() {
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? compiler.getTotalCompilationTime()
        : 0;
  }

  private static int batchSize(Kernel kernel) {
    for (int operations = 1; ; operations *= 2) {
      long start = System.nanoTime();
      kernel.run(operations);
      if (System.nanoTime() - start >= BATCH_NANOS || operations >= LARGEST_BATCH) {
        return operations;
      }
    }
  }
}
