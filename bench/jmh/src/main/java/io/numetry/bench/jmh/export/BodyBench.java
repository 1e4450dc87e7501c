package io.numetry.bench.jmh.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.numetry.bench.jmh.series.NumetryEncoding;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.exporter.body.Compressor;
import io.numetry.exporter.body.ZstdMissingException;
import io.numetry.exporter.json.OtlpJson;
import io.numetry.schema.Temporality;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.nio.ByteBuffer;
import java.util.Random;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per point of what is made of a request before it is sent: compressed, by coding and level,
 * or written as JSON. The requests have 10,000 series with three string attributes, cumulative. How
 * large the result is, beside the request in protobuf, is printed at each trial's end.
 *
 * <p>Baselines: each coding's level 1 is the other's.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BodyBench.SERIES)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BodyBench {
  static final int SERIES = 10_000;

  /** A request in native memory, as a frame has it. */
  @State(Scope.Thread)
  public static class Request {
    @Param PointKind kind = PointKind.NUMBER;

    ByteBuffer content;

    @Setup
    public void encode() throws InvalidProtocolBufferException {
      byte[] bytes =
          new NumetryEncoding()
              .bytes(new NumetrySeries(kind, SERIES, Temporality.CUMULATIVE).window());
      bytes = kind == PointKind.NUMBER ? scattered(bytes) : bytes;
      content = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /**
     * The same with sums as of counters that have run for long, log-normal around a million: those
     * of the series follow each other, which no counters do, and which compresses far too well.
     */
    private static byte[] scattered(byte[] bytes) throws InvalidProtocolBufferException {
      var random = new Random(SERIES);
      var request = ExportMetricsServiceRequest.parseFrom(bytes).toBuilder();
      for (var resource : request.getResourceMetricsBuilderList()) {
        for (var scope : resource.getScopeMetricsBuilderList()) {
          for (var metric : scope.getMetricsBuilderList()) {
            for (var point : metric.getSumBuilder().getDataPointsBuilderList()) {
              point.setAsInt((long) (1e6 * Math.exp(2 * random.nextGaussian())));
            }
          }
        }
      }
      return request.build().toByteArray();
    }

    void tell(String what, int bytes) {
      System.out.printf(
          "%n%s %s: %d bytes, %.1f a point; %.1f %% of %.1f%n",
          kind,
          what,
          bytes,
          (double) bytes / SERIES,
          100.0 * bytes / content.remaining(),
          (double) content.remaining() / SERIES);
    }
  }

  /** What compresses it, into memory that is used again. */
  @State(Scope.Thread)
  public static class Coding {
    @Param({
      "gzip 1", "gzip 3", "gzip 6", "zstd 1", "zstd 2", "zstd 3", "zstd 5", "zstd 7", "zstd 9"
    })
    String coding = "gzip 1";

    Compressor compressor;
    ByteBuf target;

    @Setup
    public void open() throws ZstdMissingException {
      int level = Integer.parseInt(coding.substring(coding.indexOf(' ') + 1));
      compressor = coding.startsWith("gzip") ? Compressor.gzip(level) : Compressor.zstd(level);
      target = PooledByteBufAllocator.DEFAULT.directBuffer(1 << 20);
    }

    @TearDown
    public void close(Request request) {
      request.tell(coding, target.readableBytes());
      compressor.close();
      target.release();
    }
  }

  @Benchmark
  public int compress(Request request, Coding coding) {
    coding.compressor.compress(request.content.duplicate(), coding.target.clear());
    return coding.target.readableBytes();
  }

  @Benchmark
  public byte[] json(Request request, Json json) {
    json.bytes = OtlpJson.of(request.content.duplicate()).getBytes(UTF_8);
    return json.bytes;
  }

  /** The last one. */
  @State(Scope.Thread)
  public static class Json {
    byte[] bytes = new byte[0];

    @TearDown
    public void tell(Request request) {
      request.tell("JSON", bytes.length);
    }
  }
}
