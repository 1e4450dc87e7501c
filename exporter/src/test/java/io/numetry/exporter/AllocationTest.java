package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.differential.GatewayMetrics.Lane;
import io.numetry.exporter.differential.GatewayMetricsSet;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.otlp.MetricsEncoder;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.TestCollector;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.exporter.testkit.TestNode;
import io.numetry.memory.CheckedMode;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once warm, a cycle allocates nothing on the aggregator's thread. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int CYCLES = 10_000;

  /** Two value types of each kind; in color thus twice, each under two names. */
  private static final int POINTS_A_SERIES = 2 * InstrumentKind.values().length * (1 + 2 * 2);

  @BeforeEach
  void releaseModeOnly() {
    assumeFalse(CheckedMode.ENABLED, "the checked mode's own checks may allocate");
  }

  private static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  private static TestMetrics metrics(int seriesCount) {
    TestMetrics metrics = TestMetrics.cumulative();
    var plain = metrics.add(TestMetrics.everyKind("every"));
    var colored =
        metrics.add(
            TestMetrics.everyKind(
                "colored",
                (set, metric) ->
                    set.dimension("color", "red", "blue").formerNames("former." + metric)));
    for (int i = 0; i < seriesCount; i++) {
      record(plain, plain.series(Attributes.of("name", "series " + i)), 0, i);
      int series = colored.series(Attributes.of("name", "colored series " + i));
      record(colored, series, 0, i);
      record(colored, series, 1, i);
    }
    return metrics;
  }

  private static void record(TestMetrics.TestSet set, int series, int combination, int i) {
    for (InstrumentKind kind : InstrumentKind.values()) {
      set.record(TestMetrics.instrument(kind, ValueType.LONG), series, combination, (long) i, 1);
      set.record(TestMetrics.instrument(kind, ValueType.DOUBLE), series, combination, -0.5 * i, 3);
    }
  }

  @Test
  void shouldEncodeWithoutAllocation() {
    var node = new TestNode();
    try (TestMetrics metrics = metrics(500);
        // Small enough for several frames a collection.
        var pool = new FramePool(node, frame -> {}, 100_000);
        var encoder = new MetricsEncoder(node, Delivery.RESOURCE, pool, 100_000)) {
      List<Frame> frames = new ArrayList<>();
      encode(encoder, metrics, frames, 100);
      long before = allocatedBytes();
      encode(encoder, metrics, frames, 100);
      assertThat(allocatedBytes() - before).isZero();
    }
  }

  private static void encode(
      MetricsEncoder encoder, TestMetrics metrics, List<Frame> frames, int times) {
    for (int i = 0; i < times; i++) {
      encoder.encode(metrics.window(), frames);
      for (int f = 0; f < frames.size(); f++) {
        frames.get(f).release();
      }
      frames.clear();
    }
  }

  /** The hand-over to Netty's thread included. */
  @Test
  void shouldExportWithoutAllocation() {
    try (TestMetrics metrics = metrics(100);
        var collector = new TestCollector();
        var delivery = new Delivery(Delivery.quick(collector.url()).build())) {
      export(delivery, metrics, 200);
      long allocated = 0;
      for (int i = 0; i < 50; i++) {
        long before = allocatedBytes();
        delivery.node.export(metrics.window());
        allocated += allocatedBytes() - before;
        delivery.flush();
      }
      assertThat(allocated).isZero();
      assertThat(delivery.exporter.statistics().acceptedPoints())
          .isEqualTo(250L * POINTS_A_SERIES * 100);
    }
  }

  /**
   * All of a cycle on the threads that it is made of: an owner that records and polls, the node's
   * aggregator that flips, drains, encodes and hands over. Netty's thread is not among them.
   */
  @Test
  void shouldMakeNoObjectInTenThousandCycles() throws InterruptedException {
    try (var collector = new TestCollector()) {
      var exporter =
          Delivery.quick(collector.url()).temporality(TemporalityPreference.DELTA).build();
      try (var telemetry =
          Telemetry.builder()
              .serviceName("allocation")
              .interval(Duration.ofMillis(1))
              .bankHalfBytes(1 << 20)
              .exporter(exporter)
              .start()) {
        var owner = new RecordingOwner(telemetry);
        owner.start();
        owner.recording.await();
        long[] threads = {owner.threadId(), threadId("numetry-node-")};
        // While compilers still work, an object here and there is real. A cycle that allocates at
        // all would show in every window.
        long allocated = allocatedBytes(threads, exporter, CYCLES);
        for (int windows = 1; windows < 3 && allocated > 0; windows++) {
          allocated = allocatedBytes(threads, exporter, CYCLES);
        }
        assertThat(allocated).isZero();
        owner.stopped = true;
        owner.join();
        assertThat(owner.recorded).isPositive();
      }
    }
  }

  private static long allocatedBytes(long[] threads, OtlpMetricExporter exporter, int cycles)
      throws InterruptedException {
    long before = sum(THREADS.getThreadAllocatedBytes(threads));
    long requests = exporter.statistics().requests();
    while (exporter.statistics().requests() < requests + cycles) {
      Thread.sleep(10);
    }
    return sum(THREADS.getThreadAllocatedBytes(threads)) - before;
  }

  private static long sum(long[] bytes) {
    for (long each : bytes) {
      assertThat(each).as("the thread is alive and counted").isNotNegative();
    }
    return LongStream.of(bytes).sum();
  }

  private static long threadId(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .findFirst()
        .orElseThrow()
        .threadId();
  }

  /** Records to every kind of instrument, and polls. */
  private static final class RecordingOwner extends Thread {
    final CountDownLatch recording = new CountDownLatch(1);
    private final Telemetry telemetry;
    volatile boolean stopped;
    long recorded;

    RecordingOwner(Telemetry telemetry) {
      super("allocation-owner");
      this.telemetry = telemetry;
    }

    @Override
    public void run() {
      try (TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
        var set = core.register(GatewayMetricsSet.TYPE, Attributes.of("name", "owner"));
        recording.countDown();
        while (!stopped) {
          long value = recorded++ & 0xFFFF;
          set.addFrames(Lane.FAST, 1);
          set.addInFlight(Lane.SLOW, 1);
          set.setDepth(Lane.FAST, value);
          set.recordBatch(Lane.FAST, value);
          set.recordSize(Lane.SLOW, value);
          set.recordTime(Lane.FAST, value * 0.25);
          core.poll();
        }
      }
    }
  }

  private static void export(Delivery delivery, TestMetrics metrics, int times) {
    for (int i = 0; i < times; i++) {
      delivery.node.export(metrics.window());
      delivery.flush();
    }
  }
}
