package io.numetry.bench.jmh.cycle;

import io.numetry.bench.jmh.series.NumetryEncoding;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.OpenTelemetryEncoding;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.bench.jmh.series.SeriesData;
import io.numetry.schema.Temporality;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per point of 1,000 exponential histograms after an interval that brought each of them 100
 * values, in as many buckets as it has: {@link EncodeBench} has the same after one value each,
 * where next to nothing is to be merged or emptied.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BusyIntervalBench.SERIES)
@Fork(value = 3, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BusyIntervalBench {
  static final int SERIES = 1_000;
  private static final long MAX_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int HDR_DIGITS = 1;

  /** Numetry's. */
  @State(Scope.Thread)
  public static class Ours {
    private final long[][] latencies = SeriesData.allLatencies(SERIES);
    final NumetrySeries series =
        new NumetrySeries(PointKind.EXPONENTIAL, SERIES, Temporality.CUMULATIVE);
    final NumetryEncoding encoding = new NumetryEncoding();

    @Setup(Level.Invocation)
    public void record() {
      series.recordValues(latencies);
    }
  }

  /** The same, drained before each invocation. */
  @State(Scope.Thread)
  public static class OursDrained {
    final long[][] latencies = SeriesData.allLatencies(SERIES);
    final NumetrySeries series =
        new NumetrySeries(PointKind.EXPONENTIAL, SERIES, Temporality.CUMULATIVE);

    @Setup(Level.Invocation)
    public void drain() {
      series.drain();
    }
  }

  /** HdrHistogram's, at about the resolution that the others have. */
  @State(Scope.Thread)
  public static class Hdr {
    final long[][] latencies = SeriesData.allLatencies(SERIES);
    final Histogram[] histograms = new Histogram[SERIES];

    @Setup
    public void make() {
      Arrays.setAll(histograms, i -> new Histogram(MAX_NANOS, HDR_DIGITS));
    }
  }

  /** OpenTelemetry Java's. */
  @State(Scope.Thread)
  public static class Theirs {
    private final long[][] latencies = SeriesData.allLatencies(SERIES);
    final OpenTelemetrySeries series =
        new OpenTelemetrySeries(PointKind.EXPONENTIAL, SERIES, AggregationTemporality.CUMULATIVE);
    final OpenTelemetryEncoding encoding = new OpenTelemetryEncoding();

    @Setup(Level.Invocation)
    public void record() {
      series.recordValues(latencies);
    }
  }

  /** The owner's part: the first 100 values of each histogram after a flip. */
  @Benchmark
  @OperationsPerInvocation(SERIES * SeriesData.VALUES)
  public void record(OursDrained s) {
    s.series.recordValues(s.latencies);
  }

  /** Histograms that nobody reads meanwhile. */
  @Benchmark
  @OperationsPerInvocation(SERIES * SeriesData.VALUES)
  public void hdrHistogram(Hdr s) {
    for (int i = 0; i < SERIES; i++) {
      for (long nanos : s.latencies[i]) {
        s.histograms[i].recordValue(nanos);
      }
    }
  }

  @Benchmark
  public long drainAndEncode(Ours s) {
    int cells = s.series.drain();
    long bytes = s.encoding.encode(s.series.window());
    s.series.exported();
    return bytes + cells;
  }

  @Benchmark
  public long openTelemetryCollectAndMarshal(Theirs s) {
    return s.encoding.encode(s.series.collect());
  }
}
