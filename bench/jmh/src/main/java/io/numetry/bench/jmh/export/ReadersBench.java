package io.numetry.bench.jmh.export;

import io.numetry.bench.jmh.series.NumetryEncoding;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.schema.Temporality;
import java.util.ArrayList;
import java.util.List;
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
 * What a further exporter of the same temporality costs an aggregator, per series and cycle: its
 * own window, merged into by the drain and encoded by itself. The difference between two readers
 * and one is all that frames shared by both could save.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ReadersBench.SERIES)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadersBench {
  static final int SERIES = 10_000;

  /** Series, and an encoder for each reader. */
  @State(Scope.Thread)
  public static class Readers {
    @Param({"1", "2"})
    int readers;

    @Param PointKind kind = PointKind.NUMBER;

    NumetrySeries series;
    final List<NumetryEncoding> encodings = new ArrayList<>();

    @Setup
    public void open() {
      series = new NumetrySeries(kind, SERIES, Temporality.CUMULATIVE, readers);
      for (int i = 0; i < readers; i++) {
        encodings.add(new NumetryEncoding());
      }
    }

    long encode() {
      long bytes = 0;
      for (int i = 0; i < encodings.size(); i++) {
        bytes += encodings.get(i).encode(series.windows().get(i));
      }
      return bytes;
    }
  }

  /** The part of the owner, which knows nothing of readers, and of the drain. */
  @Benchmark
  public int recordAndDrain(Readers s) {
    s.series.touch();
    return s.series.drain();
  }

  /** All of a cycle. */
  @Benchmark
  public long recordDrainAndEncode(Readers s) {
    s.series.touch();
    s.series.drain();
    long bytes = s.encode();
    s.series.exported();
    return bytes;
  }
}
