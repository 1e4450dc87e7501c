package io.numetry.bench.jmh.cycle;

import io.numetry.bench.jmh.series.NumetryEncoding;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.OpenTelemetryEncoding;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.bench.jmh.series.ProtobufSeries;
import io.numetry.memory.NativeAccess;
import io.numetry.schema.Temporality;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Time per point of 1,000 series with three string attributes, cumulative, up to the bytes of a
 * request in memory.
 *
 * <ul>
 *   <li>{@link #encode}: from the window. Baselines: a copy of exactly the bytes that it produces,
 *       from and to the cache, and from and to memory that no cache has.
 *   <li>{@link #drainAndEncode}: flip, drain of all series, encode; what was recorded comes before.
 *       Baseline: OpenTelemetry Java's collect and marshal, after the same recording.
 *   <li>{@link #protobuf}: protobuf-java's messages built and serialised, from numbers at hand.
 * </ul>
 *
 * <p>OpenTelemetry Java is set up as it is fastest: bound instruments, exemplars off, reusable
 * data, the marshaler that allocates least, and the JDK package opened by which it reads strings'
 * bytes without a copy.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(EncodeBench.SERIES)
@Fork(value = 2, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EncodeBench {
  static final int SERIES = 1_000;

  /** Points in Numetry's window. */
  @State(Scope.Thread)
  public static class Ours {
    @Param PointKind kind = PointKind.NUMBER;

    NumetrySeries series;
    NumetryEncoding encoding;

    @Setup
    public void fill() {
      series = new NumetrySeries(kind, SERIES, Temporality.CUMULATIVE);
      encoding = new NumetryEncoding();
    }
  }

  /** The same, with each series recorded to before each invocation. */
  @State(Scope.Thread)
  public static class OursRecorded extends Ours {
    @Setup(Level.Invocation)
    public void touch() {
      series.touch();
    }
  }

  /** Points in OpenTelemetry Java's SDK, each series recorded to before each invocation. */
  @State(Scope.Thread)
  public static class Theirs {
    @Param PointKind kind = PointKind.NUMBER;

    OpenTelemetrySeries series;
    OpenTelemetryEncoding encoding;

    @Setup
    public void fill() {
      series = new OpenTelemetrySeries(kind, SERIES, AggregationTemporality.CUMULATIVE);
      encoding = new OpenTelemetryEncoding();
    }

    @Setup(Level.Invocation)
    public void touch() {
      series.touch();
    }
  }

  /** The same points' numbers, and constants that protobuf-java has built. */
  @State(Scope.Thread)
  public static class Messages {
    @Param PointKind kind = PointKind.NUMBER;

    ProtobufSeries series;

    @Setup
    public void fill() {
      series = new ProtobufSeries(requestOf(kind));
    }
  }

  /** The bytes that {@link #encode} produces, and room for them. */
  @State(Scope.Thread)
  public static class Bytes {
    /** Of each of the two ranges; many times the last-level cache of most hosts. */
    private static final long UNCACHED_BYTES = 1L << 30;

    private static final int ALIGNMENT = 64;

    @Param PointKind kind = PointKind.NUMBER;

    long bytes;
    long from;
    long to;
    long slots;
    long slotBytes;
    private final Arena arena = Arena.ofShared();
    private long next;

    @Setup
    public void allocate() {
      bytes = requestOf(kind).length;
      slotBytes = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      slots = UNCACHED_BYTES / slotBytes;
      from = arena.allocate(slots * slotBytes, ALIGNMENT).fill((byte) 1).address();
      to = arena.allocate(slots * slotBytes, ALIGNMENT).fill((byte) 2).address();
    }

    /** The offset of what was not used for longest. */
    long nextOffset() {
      next = next + 1 < slots ? next + 1 : 0;
      return next * slotBytes;
    }
  }

  private static byte[] requestOf(PointKind kind) {
    return new NumetryEncoding()
        .bytes(new NumetrySeries(kind, SERIES, Temporality.CUMULATIVE).window());
  }

  @Benchmark
  public long encode(Ours s) {
    return s.encoding.encode(s.series.window());
  }

  @Benchmark
  public long drainAndEncode(OursRecorded s) {
    int cells = s.series.drain();
    long bytes = s.encoding.encode(s.series.window());
    s.series.exported();
    return bytes + cells;
  }

  @Benchmark
  public void copyInCache(Bytes s) {
    NativeAccess.copy(s.from, s.to, s.bytes);
  }

  @Benchmark
  public void copyUncached(Bytes s) {
    long offset = s.nextOffset();
    NativeAccess.copy(s.from + offset, s.to + offset, s.bytes);
  }

  @Benchmark
  public long openTelemetryCollectAndMarshal(Theirs s) {
    return s.encoding.encode(s.series.collect());
  }

  @Benchmark
  public long protobuf(Messages s) {
    return s.series.encode();
  }
}
