package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.memory.CheckedMode;
import io.numetry.schema.Temporality;
import io.numetry.testkit.KeepingExporter;
import io.numetry.testkit.KeepingExporter.Point;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.ProbeSet;
import io.numetry.testkit.StartedExporter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From recording to an exporter's window, through real threads and a real aggregator. */
class TelemetryTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static Telemetry start(KeepingExporter exporter) {
    return builder(exporter).start();
  }

  private static TelemetryBuilder builder(KeepingExporter exporter) {
    return Telemetry.builder()
        .interval(Duration.ofHours(1)) // collections come from flush() alone
        .bankHalfBytes(1 << 20)
        .exporter(exporter);
  }

  @ParameterizedTest
  @EnumSource(Temporality.class)
  void everyInstrumentArrivesOverSeveralFlips(Temporality temporality) {
    var exporter = new KeepingExporter(temporality);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      ProbeSet set = core.register(ProbeSet.TYPE, Attributes.of("k", "v"));
      for (int round = 1; round <= 3; round++) {
        set.addCount(round);
        set.addAmount(round * 0.5);
        set.addLevel(-round);
        set.addTide(round * 0.25);
        set.setDepth(round * 10L);
        set.setHeat(round * 1.5);
        set.recordSize(round);
        set.recordSize(round + 10);
        set.recordTime(round * 2.0);
        core.idle();
        assertThat(telemetry.flush(LONG)).isTrue();
        core.resume();
      }
    }
    boolean delta = temporality == Temporality.DELTA;
    assertThat(exporter.points("probe.count").stream().map(Point::bits).toList())
        .startsWith(delta ? new Long[] {1L, 2L, 3L} : new Long[] {1L, 3L, 6L});
    assertThat(exporter.last("probe.amount").asDouble()).isEqualTo(delta ? 1.5 : 3.0);
    assertThat(exporter.last("probe.level").bits()).isEqualTo(-6);
    assertThat(exporter.last("probe.tide").asDouble()).isEqualTo(1.5);
    assertThat(exporter.last("probe.depth").bits()).isEqualTo(30);
    assertThat(exporter.last("probe.heat").asDouble()).isEqualTo(4.5);
    Point size = exporter.last("probe.size");
    assertThat(size.count()).isEqualTo(delta ? 2 : 6);
    assertThat(size.min()).isEqualTo(delta ? 3 : 1);
    assertThat(size.max()).isEqualTo(13);
    assertThat(size.sum()).isEqualTo(delta ? 16 : 42);
    Point time = exporter.last("probe.time");
    assertThat(time.count()).isEqualTo(delta ? 1 : 3);
    assertThat(time.sum()).isEqualTo(delta ? 6.0 : 12.0);
    assertThat(time.attributes()).isEqualTo(nodeAttributes(Attributes.of("k", "v")));
  }

  private static Attributes nodeAttributes(Attributes entity) {
    return entity.with(Attributes.builder().put("numa.node.id", 0).build());
  }

  @Test
  void deltaIntervalsJoinWithoutGapOrOverlap() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      for (int i = 0; i < 5; i++) {
        set.addCount(1);
        core.idle();
        assertThat(telemetry.flush(LONG)).isTrue();
        core.resume();
      }
    }
    List<Point> points = exporter.points("probe.count");
    assertThat(points).hasSize(5);
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).startUnixNanos()).isEqualTo(points.get(i - 1).timeUnixNanos());
      assertThat(points.get(i).timeUnixNanos()).isGreaterThan(points.get(i).startUnixNanos());
    }
  }

  @Test
  void untouchedInstrumentsAreSilentAndZeroIsAValue() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      set.setDepth(0);
      set.addCount(0);
    }
    assertThat(exporter.points("probe.depth")).hasSize(1);
    assertThat(exporter.points("probe.count")).hasSize(1);
    assertThat(exporter.points("probe.heat")).isEmpty();
    assertThat(exporter.points("probe.size")).isEmpty();
  }

  @Test
  void coresOfANodeAddUpToOneSeries() {
    var exporter = new KeepingExporter(Temporality.CUMULATIVE);
    Telemetry telemetry = start(exporter);
    recordOnTwoCores(telemetry);
    telemetry.close();
    assertThat(exporter.last("probe.count").bits()).isEqualTo(30);
    assertThat(exporter.points("probe.count").stream().map(Point::attributes).distinct())
        .containsExactly(nodeAttributes(Attributes.empty()));
  }

  @Test
  void atCoreLevelEachCoreHasItsSeries() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    Telemetry telemetry = builder(exporter).level(AggregationLevel.CORE).start();
    recordOnTwoCores(telemetry);
    telemetry.close();
    assertThat(exporter.points("probe.count"))
        .extracting(point -> point.attributes().toString())
        .containsExactlyInAnyOrder(
            "{cpu.logical_number=0}", "{numa.node.id=0, numetry.core.name=two}");
    assertThat(exporter.total("probe.count")).isEqualTo(30);
  }

  private static void recordOnTwoCores(Telemetry telemetry) {
    try (var one = new OwnerThread("one");
        var two = new OwnerThread("two")) {
      TelemetryCore first = one.call(() -> telemetry.openCore(CoreOptions.pinned(0)));
      TelemetryCore second = two.call(() -> telemetry.openCore(CoreOptions.floating()));
      assertThat(first.cpu()).hasValue(0);
      one.run(() -> first.register(ProbeSet.TYPE).addCount(10));
      two.run(() -> second.register(ProbeSet.TYPE).addCount(20));
      one.run(first::close);
      two.run(second::close);
    }
  }

  @Test
  void aPollingOwnerNeverStopsAndNothingIsLost() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    long recorded = 0;
    try (Telemetry telemetry =
            Telemetry.builder()
                .interval(Duration.ofMillis(2))
                .bankHalfBytes(1 << 20)
                .exporter(exporter)
                .start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      while (exporter.exports() < 50) {
        set.addCount(1);
        set.addLevel(1);
        recorded++;
        core.poll();
      }
    }
    assertThat(exporter.total("probe.count")).isEqualTo(recorded);
    assertThat(exporter.last("probe.level").bits()).isEqualTo(recorded);
  }

  @Test
  void aDeadOwnersCoreIsDrained() {
    var exporter = new KeepingExporter(Temporality.CUMULATIVE);
    try (Telemetry telemetry = start(exporter)) {
      try (var owner = new OwnerThread("mortal")) {
        owner.run(
            () -> telemetry.openCore(CoreOptions.floating()).register(ProbeSet.TYPE).addCount(7));
      }
      assertThat(telemetry.flush(LONG)).isTrue();
      assertThat(exporter.last("probe.count").bits()).isEqualTo(7);
      assertThat(telemetry.flush(LONG)).isTrue();
      assertThat(exporter.last("probe.count").bits()).as("stays in the sum").isEqualTo(7);
    }
  }

  @Test
  void shutdownTakesWhatAPollingOwnerRecordedAndClosesItsCore() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    Telemetry telemetry = start(exporter);
    long[] recorded = new long[1];
    try (var owner = new OwnerThread("busy")) {
      TelemetryCore core = owner.call(() -> telemetry.openCore(CoreOptions.floating()));
      ProbeSet set = owner.call(() -> core.register(ProbeSet.TYPE));
      Thread closer = new Thread(telemetry::close);
      closer.start();
      owner.run(
          () -> {
            while (!core.isClosed()) {
              set.addCount(1);
              recorded[0]++;
              core.poll();
            }
            set.addCount(1_000_000); // to limbo
            core.close();
          });
      closer.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(exporter.total("probe.count")).isEqualTo(recorded[0]);
    assertThat(exporter.isClosed()).isTrue();
    assertThat(exporter.openNodes()).isZero();
  }

  @Test
  void shutdownReadsAnOwnerThatNeverPollsAndSaysSo() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    Telemetry telemetry = builder(exporter).shutdownTimeout(Duration.ofMillis(200)).start();
    try (var owner = new OwnerThread("stuck")) {
      TelemetryCore core = owner.call(() -> telemetry.openCore(CoreOptions.floating()));
      owner.run(() -> core.register(ProbeSet.TYPE).addCount(5));
      telemetry.close();
      assertThat(exporter.total("probe.count")).isEqualTo(5);
      assertThat(exporter.total("numetry.core.unsealed_reads")).isEqualTo(1);
      owner.run(core::poll);
      assertThat(core.isClosed()).isTrue();
    }
  }

  @Test
  void backPressureKeepsValuesInTheWindow() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      exporter.ready(false);
      for (int i = 0; i < 3; i++) {
        set.addCount(1);
        core.idle();
        assertThat(telemetry.flush(Duration.ofMillis(50))).isFalse();
        core.resume();
      }
      assertThat(exporter.points("probe.count")).isEmpty();
      exporter.ready(true);
      core.idle();
      assertThat(telemetry.flush(LONG)).isTrue();
    }
    assertThat(exporter.total("probe.count")).isEqualTo(3);
  }

  @Test
  void anExporterThatFailsLosesNothing() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      core.register(ProbeSet.TYPE).addCount(1);
      core.idle();
      exporter.failing(true);
      assertThat(telemetry.flush(Duration.ofMillis(50))).isFalse();
      exporter.failing(false);
      assertThat(telemetry.flush(LONG)).isTrue();
    }
    assertThat(exporter.total("probe.count")).isEqualTo(1);
  }

  @Test
  void aClosedSetIsSentAndEndsAndItsStrayRecordingsAreCounted() {
    var exporter = new KeepingExporter(Temporality.CUMULATIVE);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE, Attributes.of("n", "1"));
      set.addCount(4);
      set.close();
      set.close();
      set.addCount(1000); // to limbo
      core.idle();
      assertThat(telemetry.flush(LONG)).isTrue();
      assertThat(telemetry.flush(LONG)).isTrue();
      assertThat(telemetry.flush(LONG)).isTrue();
      core.resume();
      assertThat(telemetry.liveSets().toString()).doesNotContain("probe");
    }
    assertThat(exporter.points("probe.count")).hasSize(1);
    assertThat(exporter.last("probe.count").bits()).isEqualTo(4);
    assertThat(
            exporter.points("numetry.core.misplaced_cells").stream().mapToLong(Point::bits).max())
        .hasValue(1);
  }

  @Test
  void aReusedSlotNeverCarriesFormerValues() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      for (int i = 0; i < 200; i++) {
        ProbeSet set = core.register(ProbeSet.TYPE, Attributes.of("n", Integer.toString(i)));
        set.addCount(i + 1);
        set.recordSize(i);
        set.close();
        core.idle();
        assertThat(telemetry.flush(LONG)).isTrue();
        core.resume();
      }
    }
    List<Point> counts = exporter.points("probe.count");
    assertThat(counts).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(counts.get(i).bits()).isEqualTo(i + 1);
      assertThat(counts.get(i).attributes())
          .isEqualTo(nodeAttributes(Attributes.of("n", Integer.toString(i))));
      assertThat(exporter.points("probe.size").get(i).min()).isEqualTo(i);
    }
  }

  @Test
  void twoReadersHaveIndependentWindows() {
    var delta = new KeepingExporter(Temporality.DELTA);
    var cumulative = new KeepingExporter(Temporality.CUMULATIVE);
    try (Telemetry telemetry = builder(delta).exporter(cumulative).start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      for (int i = 1; i <= 2; i++) {
        set.addCount(i);
        core.idle();
        assertThat(telemetry.flush(LONG)).isTrue();
        core.resume();
      }
    }
    assertThat(delta.points("probe.count").stream().map(Point::bits)).containsExactly(1L, 2L);
    assertThat(cumulative.points("probe.count").stream().map(Point::bits)).startsWith(1L, 3L);
  }

  /** An exporter's own core is on a node, whose aggregator needs every exporter. */
  @Test
  void everyExporterIsStartedBeforeAnyIsOpenedOnANode() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    var first = new StartedExporter("first", order);
    var second = new StartedExporter("second", order);
    try (Telemetry telemetry =
        Telemetry.builder()
            .interval(Duration.ofHours(1))
            .bankHalfBytes(1 << 20)
            .exporter(first)
            .exporter(second)
            .start()) {
      assertThat(telemetry.flush(LONG)).isTrue();
      assertThat(order)
          .containsExactly("first started", "second started", "first opened", "second opened");
    }
  }

  @Test
  void anExporterThatCannotStartLeavesNothingBehind() {
    List<String> order = new CopyOnWriteArrayList<>();
    var first = new StartedExporter("first", order);
    var second = StartedExporter.refusing("second", order);
    TelemetryBuilder builder = Telemetry.builder().exporter(first).exporter(second);
    assertThatThrownBy(builder::start).hasMessage("second: told to refuse");
    assertThat(first.core().isClosed()).isTrue();
    assertThat(order).containsExactly("first started", "first closed", "second closed");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("numetry-node"));
  }

  @Test
  void registrationsPastTheLimitRecordToTheOverflowSeries() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = builder(exporter).maxSeries(3).start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      for (int i = 0; i < 5; i++) {
        core.register(ProbeSet.TYPE, Attributes.of("n", Integer.toString(i))).addCount(1 << i);
      }
      core.register(ProbeSet.TYPE, Attributes.of("n", "0")).addCount(100);
    }
    assertThat(exporter.points("probe.count"))
        .extracting(point -> point.bits() + " " + point.attributes())
        .containsExactlyInAnyOrder(
            "101 {n=0, numa.node.id=0}",
            "2 {n=1, numa.node.id=0}",
            "4 {n=2, numa.node.id=0}",
            "24 {numa.node.id=0, otel.metric.overflow=true}");
  }

  @Test
  void invalidInputIsDroppedAndCountedOrAssertedInCheckedMode() {
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = start(exporter);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      List<Runnable> invalid =
          List.of(
              () -> set.addCount(-1),
              () -> set.addAmount(-0.5),
              () -> set.addAmount(Double.NaN),
              () -> set.addTide(Double.POSITIVE_INFINITY),
              () -> set.setHeat(Double.NaN),
              () -> set.recordTime(Double.NEGATIVE_INFINITY));
      for (Runnable input : invalid) {
        if (CheckedMode.ENABLED) {
          assertThatThrownBy(input::run).isInstanceOf(AssertionError.class);
        } else {
          input.run();
        }
      }
    }
    assertThat(exporter.points("probe.count")).isEmpty();
    assertThat(exporter.points("probe.amount")).isEmpty();
    assertThat(exporter.points("probe.tide")).isEmpty();
    assertThat(exporter.points("probe.heat")).isEmpty();
    assertThat(exporter.points("probe.time")).isEmpty();
    assertThat(exporter.total("numetry.core.invalid_inputs"))
        .isEqualTo(CheckedMode.ENABLED ? 0 : 6);
  }
}
