package io.numetry.bench.jmh;

import io.numetry.bench.support.MixedSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A gauge's set and an mmsc's record beside the same work on plain fields. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class GaugeAndMmscBench {
  private static final int VALUES = 1024;

  private final MixedSet set = new BenchCore().core.register(MixedSet.TYPE);
  private final long[] longs = new long[VALUES];
  private final double[] doubles = new double[VALUES];
  private int next;
  // Not private, or they would count as never read.
  long level;
  double work;
  long minLong;
  long maxLong;
  long sumLong;
  long countLong;
  double minDouble;
  double maxDouble;
  double sumDouble;
  long countDouble;

  public GaugeAndMmscBench() {
    for (int i = 0; i < VALUES; i++) {
      longs[i] = (i * 7919L) % VALUES;
      doubles[i] = longs[i] * 1e-3;
    }
  }

  @Benchmark
  public void gaugeField() {
    level = longs[next++ & VALUES - 1];
  }

  @Benchmark
  public void gaugeSet() {
    set.setLevel(longs[next++ & VALUES - 1]);
  }

  @Benchmark
  public void doubleCounterField() {
    double value = doubles[next++ & VALUES - 1];
    if (value >= 0 && value <= Double.MAX_VALUE) {
      work += value;
    }
  }

  @Benchmark
  public void doubleCounterAdd() {
    set.addWork(doubles[next++ & VALUES - 1]);
  }

  @Benchmark
  public void mmscLongFields() {
    long value = longs[next++ & VALUES - 1];
    if (countLong == 0) {
      minLong = value;
      maxLong = value;
    } else {
      minLong = Math.min(minLong, value);
      maxLong = Math.max(maxLong, value);
    }
    sumLong += value;
    countLong++;
  }

  @Benchmark
  public void mmscLongRecord() {
    set.recordSize(longs[next++ & VALUES - 1]);
  }

  @Benchmark
  public void mmscDoubleFields() {
    double value = doubles[next++ & VALUES - 1];
    if (!Double.isFinite(value)) {
      return;
    }
    if (countDouble == 0) {
      minDouble = value;
      maxDouble = value;
    } else {
      minDouble = Math.min(minDouble, value);
      maxDouble = Math.max(maxDouble, value);
    }
    sumDouble += value;
    countDouble++;
  }

  @Benchmark
  public void mmscDoubleRecord() {
    set.recordDuration(doubles[next++ & VALUES - 1]);
  }
}
