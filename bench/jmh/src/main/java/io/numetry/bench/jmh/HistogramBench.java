package io.numetry.bench.jmh;

import io.numetry.bench.support.DistributionsSet;
import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialIndex;
import io.numetry.histogram.ExponentialRecording;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import java.lang.foreign.Arena;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A histogram's record in native memory beside HdrHistogram's plain one. All take the same values:
 * latencies in nanoseconds, log-normal around 20 us; as doubles they are in seconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class HistogramBench {
  private static final ExponentialLayout EXPONENTIAL = ExponentialLayout.DEFAULT;
  private static final ExplicitLayout EXPLICIT = ExplicitLayout.DEFAULT;
  private static final int VALUES = 1024;
  private static final double MEDIAN_NANOS = 20_000;
  private static final double NANO = 1e-9;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final DistributionsSet set = new BenchCore().core.register(DistributionsSet.TYPE);
  private final Arena arena = Arena.ofAuto();
  private final long exponentialLongs = cell(EXPONENTIAL.cellBytes());
  private final long exponentialDoubles = cell(EXPONENTIAL.cellBytes());
  private final long exponentialConstants = cell(EXPONENTIAL.cellBytes());
  private final long explicitLongs = cell(EXPLICIT.cellBytes());
  private final long explicitDoubles = cell(EXPLICIT.cellBytes());
  private final Histogram hdr = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
  private final Histogram hdrOfConstants = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
  private final long[] nanos = new long[VALUES];
  private final double[] seconds = new double[VALUES];
  private final long[] micros = new long[VALUES];
  private final double[] millis = new double[VALUES];
  private int next;
  // Not final, or it would be a constant.
  private long constant = 4711;

  public HistogramBench() {
    ExponentialIndex.initialize();
    var random = new Random(1);
    for (int i = 0; i < VALUES; i++) {
      nanos[i] = Math.max(1, (long) (MEDIAN_NANOS * Math.exp(random.nextGaussian())));
      seconds[i] = nanos[i] * NANO;
      micros[i] = nanos[i] / 1_000;
      millis[i] = seconds[i] * MILLIS_PER_SECOND;
    }
  }

  @Benchmark
  public void hdrRecord() {
    hdr.recordValue(nanos[next++ & VALUES - 1]);
  }

  @Benchmark
  public void exponentialLong() {
    ExponentialRecording.record(exponentialLongs, EXPONENTIAL, nanos[next++ & VALUES - 1]);
  }

  @Benchmark
  public void exponentialDouble() {
    ExponentialRecording.record(exponentialDoubles, EXPONENTIAL, seconds[next++ & VALUES - 1]);
  }

  /** As a user records: through a metric set. */
  @Benchmark
  public void setLong() {
    set.recordWait(nanos[next++ & VALUES - 1]);
  }

  @Benchmark
  public void setDouble() {
    set.recordLatency(seconds[next++ & VALUES - 1]);
  }

  @Benchmark
  public void setExplicit() {
    set.recordDelay(millis[next++ & VALUES - 1]);
  }

  @Benchmark
  public void hdrConstant() {
    hdrOfConstants.recordValue(constant);
  }

  /** Stays at scale 20, beyond the first table. */
  @Benchmark
  public void exponentialConstant() {
    ExponentialRecording.record(exponentialConstants, EXPONENTIAL, constant);
  }

  @Benchmark
  public void explicitLong() {
    ExplicitCells.record(explicitLongs, EXPLICIT, micros[next++ & VALUES - 1]);
  }

  @Benchmark
  public void explicitDouble() {
    ExplicitCells.record(explicitDoubles, EXPLICIT, millis[next++ & VALUES - 1]);
  }

  private long cell(int bytes) {
    return arena.allocate(bytes, 64).address();
  }
}
