package io.numetry.bench.jmh.export;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.numetry.bench.jmh.series.HostNode;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.otlp.MetricsEncoder;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the way of 1,000 points from the window to the event loop's thread allocates, per point: the
 * event loop has the frame and gives it back, as when a destination has accepted it. JMH's profiler
 * counts all threads, the event loop's among them. What is timed is mostly two threads that wake
 * each other.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(HandOverBench.SERIES)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandOverBench {
  static final int SERIES = 1_000;
  private static final long MAX_REQUEST_BYTES = 64 << 20;

  /** A window of so many points, and an event loop that takes frames and settles them. */
  @State(Scope.Thread)
  public static class Pipeline {
    @Param PointKind kind = PointKind.NUMBER;

    private final EventLoop loop =
        new SingleThreadIoEventLoop(
            null, new DefaultThreadFactory("hand-over", true), NioIoHandler.newFactory());
    private final FramePool pool = new FramePool(new HostNode(), Frame::release, MAX_REQUEST_BYTES);
    private final MetricsEncoder encoder =
        new MetricsEncoder(new HostNode(), NumetrySeries.RESOURCE, pool, MAX_REQUEST_BYTES);
    private final List<Frame> frames = new ArrayList<>();
    private NumetrySeries series;

    @Setup
    public void fill() {
      series = new NumetrySeries(kind, SERIES, Temporality.CUMULATIVE);
    }

    @TearDown
    public void close() {
      loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS).awaitUninterruptibly();
      encoder.close();
      pool.close();
    }
  }

  /** Ends when the event loop has settled it. */
  @Benchmark
  public void encodeAndHandOver(Pipeline s) {
    s.encoder.encode(s.series.window(), s.frames);
    s.pool.collected(s.frames);
    for (int i = 0; i < s.frames.size(); i++) {
      s.loop.execute(s.frames.get(i));
    }
    s.frames.clear();
    while (s.pool.collectionsUnsettled() > 0) {
      Thread.onSpinWait();
    }
  }
}
