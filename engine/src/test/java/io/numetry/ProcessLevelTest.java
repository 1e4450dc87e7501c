package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.core.TelemetryCore;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.TwoNodes;
import io.numetry.testkit.WideSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums over two nodes: what becomes of one node's part when those who observed it are gone. */
class ProcessLevelTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final SnapshotReader reader = SnapshotReader.cumulative();
  private final TwoNodes nodes = new TwoNodes();

  /** A core on a node, and its set; idle in between. */
  private final class Keeper {
    private final OwnerThread thread;
    private TelemetryCore core;
    private WideSet set;

    Keeper(Telemetry telemetry, OwnerThread thread, int node) {
      this.thread = thread;
      thread.run(
          () -> {
            nodes.moveTo(node);
            core = telemetry.openCore(CoreOptions.floating());
            set = core.register(WideSet.TYPE);
            core.idle();
          });
    }

    void observe(long pool) {
      thread.run(
          () -> {
            core.resume();
            set.observePool(pool);
            core.idle();
          });
    }

    void closeSet() {
      thread.run(
          () -> {
            core.resume();
            set.close();
            core.idle();
          });
    }

    void registerAgain() {
      thread.run(
          () -> {
            core.resume();
            set = core.register(WideSet.TYPE);
            core.idle();
          });
    }

    void closeCore() {
      thread.run(core::close);
    }
  }

  private long pool() {
    // A node hands its part over, and the root takes it in: that may be a reading later.
    reader.read(LONG);
    reader.read(LONG);
    List<MetricPoint> points = reader.read(LONG).of("wide.pool");
    assertThat(points).hasSize(1);
    return ((PointValue.LongValue) points.getFirst().value()).value();
  }

  private Telemetry start() {
    return Telemetry.builder()
        .interval(Duration.ofHours(1)) // collections come from reading alone
        .bankHalfBytes(1 << 20)
        .numa(nodes)
        .level(AggregationLevel.PROCESS)
        .exporter(reader)
        .start();
  }

  @Test
  void aNodesObservedPartGoesWithItsSet() {
    try (Telemetry telemetry = start();
        var zero = new OwnerThread("zero");
        var one = new OwnerThread("one")) {
      var near = new Keeper(telemetry, zero, 0);
      var far = new Keeper(telemetry, one, 1);
      near.observe(10);
      far.observe(100);
      assertThat(pool()).isEqualTo(110);
      far.closeSet();
      assertThat(pool()).isEqualTo(10);
    }
  }

  @Test
  void aNodesObservedPartGoesWithItsCore() {
    try (Telemetry telemetry = start();
        var zero = new OwnerThread("zero");
        var one = new OwnerThread("one")) {
      var near = new Keeper(telemetry, zero, 0);
      var far = new Keeper(telemetry, one, 1);
      near.observe(10);
      far.observe(100);
      assertThat(pool()).isEqualTo(110);
      far.closeCore();
      assertThat(pool()).isEqualTo(10);
    }
  }

  @Test
  void theLastNodesObservedPartIsToldOnceMore() {
    try (Telemetry telemetry = start();
        var zero = new OwnerThread("zero");
        var one = new OwnerThread("one")) {
      var near = new Keeper(telemetry, zero, 0);
      var far = new Keeper(telemetry, one, 1);
      near.closeSet();
      far.observe(100);
      assertThat(pool()).isEqualTo(100);
      far.observe(90);
      far.closeCore();
      List<PointValue> told = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        reader.read(LONG).of("wide.pool").forEach(point -> told.add(point.value()));
      }
      assertThat(told)
          .containsSubsequence(new PointValue.LongValue(90), new PointValue.Ended())
          .doesNotContain(new PointValue.LongValue(0));
    }
  }

  @Test
  void whatIsObservedAgainReplacesWhatAFormerSetObserved() {
    try (Telemetry telemetry = start();
        var zero = new OwnerThread("zero");
        var one = new OwnerThread("one")) {
      var near = new Keeper(telemetry, zero, 0);
      var far = new Keeper(telemetry, one, 1);
      near.observe(10);
      far.observe(100);
      assertThat(pool()).isEqualTo(110);
      far.closeSet();
      far.registerAgain();
      far.observe(50);
      assertThat(pool()).isEqualTo(60);
      far.closeSet();
      reader.read(LONG);
      far.registerAgain();
      far.observe(7);
      assertThat(pool()).isEqualTo(17);
    }
  }
}
