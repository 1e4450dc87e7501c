package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.NumaSystem;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.MetricSnapshot;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.TwoNodes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the kernel tells of this host, through real cores and aggregators, to a snapshot. */
class HostMetricsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Set<String> SETS =
      Set.of("numetry.thread", "numetry.process", "numetry.node");

  private final SnapshotReader reader = SnapshotReader.cumulative();
  private volatile double sink;

  private TelemetryBuilder builder() {
    assumeTrue(NumaSystem.system().currentKernelThread().isPresent(), "a kernel that tells");
    return Telemetry.builder()
        .interval(Duration.ofHours(1)) // collections come from reading alone
        .bankHalfBytes(1 << 20)
        .hostMetrics(true)
        .hostMetricsPeriod(Duration.ZERO)
        .exporter(reader);
  }

  @Test
  void aBurningCoreShows() {
    try (Telemetry telemetry = builder().start();
        OwnerThread thread = new OwnerThread("burns");
        OwnerThread other = new OwnerThread("rests")) {
      thread.run(() -> telemetry.openCore(CoreOptions.floating()).idle());
      other.run(() -> telemetry.openCore(CoreOptions.floating()).idle());
      double[] before = thread(read(), "burns");
      double[] restedBefore = thread(read(), "rests");
      for (int round = 0; round < 3; round++) {
        thread.run(() -> burn(Duration.ofMillis(150)));
        double[] now = thread(read(), "burns");
        assertThat(now[0]).as("CPU time").isGreaterThan(before[0]);
        assertThat(now[1]).as("switches").isGreaterThanOrEqualTo(before[1]);
        assertThat(now[2]).as("faults").isGreaterThanOrEqualTo(before[2]);
        before = now;
      }
      assertThat(thread(read(), "rests")[0])
          .as("CPU time of a thread that rests")
          .isLessThan(restedBefore[0] + 0.1);
      assertThat(read().of("numetry.thread.last_cpu")).hasSize(3); // the aggregator's own, too
    }
  }

  @Test
  void theProcessIsToldOnceAndWithoutANode() {
    var host = new TwoNodes();
    try (Telemetry telemetry = builder().numa(host).level(AggregationLevel.CORE).start();
        OwnerThread near = new OwnerThread("near");
        OwnerThread far = new OwnerThread("far")) {
      near.run(() -> telemetry.openCore(CoreOptions.floating()).idle());
      far.run(
          () -> {
            host.moveTo(1);
            telemetry.openCore(CoreOptions.floating()).idle();
          });
      read();
      MetricSnapshot snapshot = read();
      List<MetricPoint> resident = snapshot.of("numetry.process.resident_memory");
      assertThat(resident).hasSize(1);
      assertThat(resident.getFirst().attributes().toString()).isEqualTo("{}");
      double bytes = number(resident.getFirst());
      assertThat(bytes).isPositive();
      assertThat(only(snapshot, "numetry.process.peak_resident_memory"))
          .isGreaterThanOrEqualTo(bytes * 0.9); // counted a little late by the kernel
      assertThat(only(snapshot, "numetry.process.virtual_memory")).isGreaterThan(bytes);
      assertThat(only(snapshot, "numetry.process.threads")).isGreaterThan(4);
      assertThat(only(snapshot, "numetry.process.open_descriptors")).isPositive();
      assertThat(sum(snapshot.of("numetry.process.cpu_time"))).isPositive();
      assertThat(sum(snapshot.of("numetry.process.page_faults"))).isPositive();
      assertThat(nodesOf(snapshot.of("numetry.node.free_memory")))
          .isEqualTo(nodesOnDisk("meminfo"));
      assertThat(nodesOf(snapshot.of("numetry.node.hits"))).isEqualTo(nodesOnDisk("numastat"));
      snapshot
          .of("numetry.node.total_memory")
          .forEach(point -> assertThat(number(point)).isPositive());
    }
  }

  @Test
  void aClosedCoresThreadEndsAndItsNameMayBeUsedAgain() {
    try (Telemetry telemetry = builder().start();
        OwnerThread thread = new OwnerThread("main")) {
      TelemetryCore first = thread.call(() -> telemetry.openCore(CoreOptions.floating()));
      thread.run(
          () -> {
            burn(Duration.ofMillis(100));
            first.idle();
          });
      double before = thread(read(), "main")[0];
      thread.run(
          () -> {
            first.close();
            telemetry.openCore(CoreOptions.floating()).idle();
          });
      read();
      read();
      double after = thread(read(), "main")[0];
      assertThat(after).as("the thread's own time, once").isBetween(before, before * 1.8);
    }
  }

  @Test
  void itIsReadNoOftenerThanItsPeriodAndOffByDefault() {
    try (Telemetry telemetry = builder().hostMetricsPeriod(Duration.ofHours(1)).start();
        OwnerThread thread = new OwnerThread("main")) {
      thread.run(() -> telemetry.openCore(CoreOptions.floating()).idle());
      double[] before = thread(read(), "main");
      thread.run(() -> burn(Duration.ofMillis(100)));
      assertThat(thread(read(), "main")).containsExactly(before);
    }
    var plain = SnapshotReader.cumulative();
    try (Telemetry telemetry = Telemetry.builder().exporter(plain).start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      core.idle();
      plain.read(LONG); // what an aggregator records of itself goes with its next collection
      assertThat(plain.read(LONG).points())
          .isNotEmpty()
          .noneMatch(point -> SETS.contains(point.metricSet()));
    }
    assertThatThrownBy(() -> Telemetry.builder().hostMetricsPeriod(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("telemetry: hostMetricsPeriod=PT-1S, write zero or more");
  }

  private MetricSnapshot read() {
    MetricSnapshot snapshot = reader.read(LONG);
    assertThat(snapshot.complete()).isTrue();
    return snapshot;
  }

  /** CPU time, not time: others may have the CPU. */
  private void burn(Duration duration) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - start < duration.toNanos()) {
      sink = Math.sin(sink + 1);
    }
  }

  /** CPU time, context switches, page faults. */
  private static double[] thread(MetricSnapshot snapshot, String core) {
    return new double[] {
      sum(ofCore(snapshot.of("numetry.thread.cpu_time"), core)),
      sum(ofCore(snapshot.of("numetry.thread.context_switches"), core)),
      sum(ofCore(snapshot.of("numetry.thread.page_faults"), core))
    };
  }

  private static List<MetricPoint> ofCore(List<MetricPoint> points, String core) {
    List<MetricPoint> found =
        points.stream()
            .filter(point -> point.attributes().toString().contains("core.name=" + core))
            .filter(point -> !(point.value() instanceof PointValue.Ended))
            .toList();
    assertThat(found).as("points of core " + core).hasSize(2);
    return found;
  }

  private static double only(MetricSnapshot snapshot, String name) {
    assertThat(snapshot.of(name)).as(name).hasSize(1);
    return number(snapshot.of(name).getFirst());
  }

  private static double sum(List<MetricPoint> points) {
    return points.stream().mapToDouble(HostMetricsTest::number).sum();
  }

  private static double number(MetricPoint point) {
    return switch (point.value()) {
      case PointValue.LongValue(long value) -> value;
      case PointValue.DoubleValue(double value) -> value;
      default -> throw new AssertionError(point);
    };
  }

  private static Set<Integer> nodesOf(List<MetricPoint> points) {
    var nodes = new TreeSet<Integer>();
    points.forEach(point -> nodes.add(point.node()));
    return nodes;
  }

  private static Set<Integer> nodesOnDisk(String file) {
    var nodes = new TreeSet<Integer>();
    for (int node = 0; node < 2; node++) {
      if (Files.exists(Path.of("/sys/devices/system/node/node" + node, file))) {
        nodes.add(node);
      }
    }
    return nodes;
  }
}
