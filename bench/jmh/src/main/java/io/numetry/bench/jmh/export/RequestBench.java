package io.numetry.bench.jmh.export;

import io.numetry.bench.jmh.series.NumetryDelivery;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.schema.Temporality;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One request from the encoder's begin to Netty's end of it. {@link SenderAllocationProfiler}
 * counts what Numetry's threads allocate, so that the bytes per operation are what a request costs
 * on its way, the encoder and the hand-over allocating nothing: its headers, its response, what
 * Netty and the event loop make of both.
 *
 * <p>They do not depend on the points but through the number of writes. A body that the socket's
 * buffer has no room for is written in several turns of the event loop, and each turn costs about
 * 150 bytes, none of them Numetry's: the JDK's hold on the memory that is written (two objects a
 * write, since it is a memory segment's), and the selector's set of ready keys. Ten times the
 * points cost a few percent more.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestBench {

  /** A sink, and a window of so many points. */
  @State(Scope.Thread)
  public static class Pipeline {
    @Param({"1000", "10000"})
    int series;

    CountingSink sink;
    NumetrySeries all;
    NumetryDelivery delivery;

    @Setup
    public void open() throws IOException {
      sink = new CountingSink();
      all = new NumetrySeries(PointKind.NUMBER, series, Temporality.CUMULATIVE);
      delivery = new NumetryDelivery(sink.endpoint());
    }

    @TearDown
    public void close() {
      delivery.flush();
      delivery.close();
      sink.close();
    }
  }

  @Benchmark
  public void request(Pipeline s) {
    s.delivery.export(s.all.window());
  }
}
