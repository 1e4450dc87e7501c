package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import io.numetry.attribute.Attributes;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once warm, a cycle allocates nothing on the aggregator's thread. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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

  private static void export(Delivery delivery, TestMetrics metrics, int times) {
    for (int i = 0; i < times; i++) {
      delivery.node.export(metrics.window());
      delivery.flush();
    }
  }
}
