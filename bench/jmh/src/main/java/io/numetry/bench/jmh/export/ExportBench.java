package io.numetry.bench.jmh.export;

import io.numetry.bench.jmh.series.NumetryDelivery;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.schema.Temporality;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.io.IOException;
import java.util.Collection;
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
 * Time per point, sustained, from one aggregator's thread over the loopback interface to a sink
 * that only counts, in another process, and is the same for both: HTTP/1.1, no compression,
 * cumulative points with three string attributes. An invocation is 100,000 points, and ends when
 * the last of them is accepted.
 *
 * <p>{@link #export} and {@link #openTelemetryExport} begin with points at hand, of the window or
 * of a collection; the other two with a recording to each series, which is drained or collected.
 * {@link #bareExchange} is what is left of both if nothing has to be recorded, collected or
 * encoded.
 *
 * <p>OpenTelemetry Java's exporter is as it is by default, reusable data, and has one request on
 * its way, since data that is reused must be delivered before the next collection. Numetry has one
 * on its way, too, by default, and encodes the next collections meanwhile: up to 16 wait here
 * ({@code maxCollections(16)}; 2 by default), so that the sender always has one. Where there are
 * two CPUs the sink takes most of one: the second figure to look at is {@link ThreadCpuProfiler}'s.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ExportBench.POINTS)
@Fork(value = 2, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExportBench {
  static final int POINTS = 100_000;
  private static final long PATIENCE_SECONDS = 30;

  /** The sink, and how many series a request has. */
  @State(Scope.Benchmark)
  public static class Sink {
    @Param({"1000", "10000"})
    int series;

    @Param PointKind kind = PointKind.NUMBER;

    CountingSink sink;

    @Setup
    public void open() throws IOException {
      sink = new CountingSink();
    }

    @TearDown
    public void close() throws IOException {
      CountingSink.Counts counts = sink.counts();
      if (counts.requests() > 0 && !Boolean.getBoolean("numetry.bench.quiet")) {
        System.out.printf(
            "%nbodies: %.1f bytes a point, %d requests%n",
            (double) counts.bodyBytes() / counts.requests() / series, counts.requests());
      }
      sink.close();
    }
  }

  /** Numetry's pipeline: encoder, hand-over, Netty. */
  @State(Scope.Thread)
  public static class Ours {
    NumetrySeries series;
    NumetryDelivery delivery;
    int rounds;
    long delivered;

    @Setup
    public void open(Sink sink) {
      series = new NumetrySeries(sink.kind, sink.series, Temporality.CUMULATIVE);
      delivery = new NumetryDelivery(sink.sink.endpoint());
      rounds = POINTS / sink.series;
    }

    @TearDown
    public void close() {
      if (delivery.acceptedPoints() != delivered) {
        throw new IllegalStateException(
            "accepted " + delivery.acceptedPoints() + " points of " + delivered);
      }
      delivery.close();
    }
  }

  /** OpenTelemetry Java's: marshaler, OkHttp. */
  @State(Scope.Thread)
  public static class Theirs {
    OpenTelemetrySeries series;
    OtlpHttpMetricExporter exporter;
    int rounds;

    @Setup
    public void open(Sink sink) {
      series = new OpenTelemetrySeries(sink.kind, sink.series, AggregationTemporality.CUMULATIVE);
      exporter =
          OtlpHttpMetricExporter.builder()
              .setEndpoint(sink.sink.endpoint() + "/v1/metrics")
              .build();
      rounds = POINTS / sink.series;
    }

    @TearDown
    public void close() {
      exporter.close();
    }

    void export(Collection<MetricData> data) {
      CompletableResultCode code = exporter.export(data).join(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!code.isSuccess()) {
        throw new IllegalStateException("not delivered", code.getFailureThrowable());
      }
    }
  }

  /** A request that is at hand, over a bare socket. */
  @State(Scope.Thread)
  public static class Bare {
    BareExchange exchange;
    int rounds;

    @Setup
    public void open(Sink sink) throws IOException {
      exchange = new BareExchange(sink.sink.endpoint(), sink.kind, sink.series);
      rounds = POINTS / sink.series;
    }

    @TearDown
    public void close() throws IOException {
      exchange.close();
    }
  }

  @Benchmark
  public void bareExchange(Bare s) throws IOException {
    for (int i = 0; i < s.rounds; i++) {
      s.exchange.exchange();
    }
  }

  @Benchmark
  public void export(Ours s) {
    for (int i = 0; i < s.rounds; i++) {
      s.delivery.export(s.series.window());
    }
    s.delivery.flush();
    s.delivered += POINTS;
  }

  @Benchmark
  public void recordAndExport(Ours s) {
    for (int i = 0; i < s.rounds; i++) {
      s.series.touch();
      s.series.drain();
      s.delivery.export(s.series.window());
      s.series.exported();
    }
    s.delivery.flush();
    s.delivered += POINTS;
  }

  @Benchmark
  public void openTelemetryExport(Theirs s) {
    Collection<MetricData> data = s.series.collect();
    for (int i = 0; i < s.rounds; i++) {
      s.export(data);
    }
  }

  @Benchmark
  public void openTelemetryRecordAndExport(Theirs s) {
    for (int i = 0; i < s.rounds; i++) {
      s.series.touch();
      s.export(s.series.collect());
    }
  }
}
