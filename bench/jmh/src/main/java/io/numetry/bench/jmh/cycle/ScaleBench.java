package io.numetry.bench.jmh.cycle;

import io.numetry.bench.jmh.series.NumetryEncoding;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.OpenTelemetryEncoding;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.schema.Temporality;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per point of a whole cycle by the number of series: a recording to each, flip, drain,
 * encode. An invocation is as many cycles as make a million points, so that figures of all sizes
 * are of the same unit. Beside it OpenTelemetry Java's record, collect and marshal. A million
 * series take a heap of 4 GB on its side.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ScaleBench.POINTS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "--add-opens=java.base/java.lang=ALL-UNNAMED"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScaleBench {
  static final int POINTS = 1_000_000;

  /** In Numetry. */
  @State(Scope.Thread)
  public static class Ours {
    @Param({"1000", "10000", "100000"})
    int series;

    @Param PointKind kind = PointKind.NUMBER;

    NumetrySeries all;
    NumetryEncoding encoding;

    @Setup
    public void register() {
      all = new NumetrySeries(kind, series, Temporality.CUMULATIVE);
      encoding = new NumetryEncoding();
    }
  }

  /** In OpenTelemetry Java. */
  @State(Scope.Thread)
  public static class Theirs {
    @Param({"1000", "10000", "100000"})
    int series;

    @Param PointKind kind = PointKind.NUMBER;

    OpenTelemetrySeries all;
    OpenTelemetryEncoding encoding;

    @Setup
    public void register() {
      all = new OpenTelemetrySeries(kind, series, AggregationTemporality.CUMULATIVE);
      encoding = new OpenTelemetryEncoding();
    }
  }

  @Benchmark
  public long cycle(Ours s) {
    long bytes = 0;
    for (int points = 0; points < POINTS; points += s.series) {
      s.all.touch();
      int cells = s.all.drain();
      if (cells != s.series) {
        throw new IllegalStateException("drained " + cells + " cells of " + s.series);
      }
      bytes += s.encoding.encode(s.all.window());
      s.all.exported();
    }
    return bytes;
  }

  @Benchmark
  public long openTelemetryCycle(Theirs s) {
    long bytes = 0;
    for (int points = 0; points < POINTS; points += s.series) {
      s.all.touch();
      bytes += s.encoding.encode(s.all.collect());
    }
    return bytes;
  }
}
