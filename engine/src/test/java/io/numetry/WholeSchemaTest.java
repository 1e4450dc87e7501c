package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.attribute.Attributes;
import io.numetry.core.SetFamily;
import io.numetry.core.TelemetryCore;
import io.numetry.record.MetricSetType;
import io.numetry.record.Timer;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.MetricSnapshot;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import io.numetry.testkit.KeepingExporter;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.ProbeSet;
import io.numetry.testkit.TwoNodes;
import io.numetry.testkit.WideSet;
import io.numetry.view.View;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every instrument, level and view, through real cores and aggregators, to a snapshot. */
class WholeSchemaTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final SnapshotReader reader = SnapshotReader.cumulative();

  private TelemetryBuilder builder() {
    return Telemetry.builder()
        .interval(Duration.ofHours(1)) // collections come from reading alone
        .bankHalfBytes(1 << 20)
        .exporter(reader);
  }

  private MetricSnapshot read() {
    MetricSnapshot snapshot = reader.read(LONG);
    assertThat(snapshot.complete()).isTrue();
    return snapshot;
  }

  /** Records on a core of its own, which is idle afterwards. */
  private static void record(TelemetryCore core, Runnable recording) {
    core.resume();
    recording.run();
    core.idle();
  }

  private static long longOf(MetricPoint point) {
    return ((PointValue.LongValue) point.value()).value();
  }

  private static double doubleOf(MetricPoint point) {
    return ((PointValue.DoubleValue) point.value()).value();
  }

  @Test
  void combinationsAndHistogramsAddUpOverFlips() {
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      WideSet set = core.register(WideSet.TYPE);
      for (int round = 1; round <= 3; round++) {
        int amount = round;
        record(
            core,
            () -> {
              set.addRequests(0, 0, amount);
              set.addRequests(1, 2, 10L * amount);
              set.recordLatency(1, 0.25 * amount);
              set.recordLatency(1, 0);
              set.recordBatch(amount * 10L);
            });
        read();
      }
      MetricSnapshot snapshot = read();
      List<MetricPoint> requests = snapshot.of("wide.requests");
      assertThat(requests).hasSize(2);
      assertThat(longOf(requests.getFirst())).isEqualTo(6);
      assertThat(requests.getFirst().attributes().toString())
          .contains("outcome=success", "signal=logs");
      assertThat(longOf(requests.getLast())).isEqualTo(60);
      assertThat(requests.getLast().attributes().toString())
          .contains("outcome=failure", "signal=metrics");
      var latency = (PointValue.ExponentialBuckets) snapshot.of("wide.latency").getFirst().value();
      assertThat(latency.summary()).isEqualTo(new PointValue.Summary(6, 1.5, 0, 0.75));
      assertThat(latency.zeroCount()).isEqualTo(3);
      assertThat(latency.positiveCounts().stream().mapToLong(Long::longValue).sum()).isEqualTo(3);
      var batch = (PointValue.Buckets) snapshot.of("wide.batch").getFirst().value();
      assertThat(batch.boundaries()).containsExactly(1.0, 10.0, 100.0);
      assertThat(batch.bucketCounts()).containsExactly(0L, 1L, 2L, 0L);
      assertThat(snapshot.of("wide.depth")).as("never set, never sent").isEmpty();
    }
  }

  @Test
  void observedSumsOfSeveralCoresAddUpAndRestartsAreNoticed() {
    try (Telemetry telemetry = builder().start();
        OwnerThread one = new OwnerThread("one");
        OwnerThread two = new OwnerThread("two")) {
      var first = new Observer(telemetry, one);
      var second = new Observer(telemetry, two);
      first.record(set -> set.observeSeen(100));
      second.record(set -> set.observeSeen(1000));
      first.record(set -> set.observeSpent(0.1));
      second.record(set -> set.observePool(70));
      first.record(set -> set.observePool(5));
      assertThat(longOf(read().of("wide.seen").getFirst())).isEqualTo(1100);
      assertThat(doubleOf(read().of("wide.spent").getFirst())).isEqualTo(0.1);
      first.record(set -> set.observeSeen(130));
      first.record(set -> set.observeSpent(0.3));
      assertThat(longOf(read().of("wide.seen").getFirst())).isEqualTo(1130);
      assertThat(doubleOf(read().of("wide.spent").getFirst())).isEqualTo(0.3);
      first.record(set -> set.observeSeen(7)); // its keeper began again
      first.record(set -> set.observeSpent(0.7));
      MetricSnapshot snapshot = read();
      assertThat(longOf(snapshot.of("wide.seen").getFirst())).isEqualTo(1137);
      assertThat(doubleOf(snapshot.of("wide.spent").getFirst())).isEqualTo(0.7);
      assertThat(longOf(snapshot.of("wide.pool").getFirst())).isEqualTo(75);
      second.close();
      snapshot = read();
      assertThat(longOf(snapshot.of("wide.pool").getFirst()))
          .as("what the closed core observed is there no longer")
          .isEqualTo(5);
      assertThat(longOf(snapshot.of("wide.seen").getFirst()))
          .as("what the closed core has seen was seen")
          .isEqualTo(1137);
      first.close();
    }
  }

  @Test
  void aSeriesThatEndsIsToldOnce() {
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      WideSet set = core.register(WideSet.TYPE, Attributes.of("peer", "a"));
      record(core, () -> set.setDepth(3));
      assertThat(longOf(read().of("wide.depth").getFirst())).isEqualTo(3);
      record(core, set::close);
      assertThat(longOf(read().of("wide.depth").getFirst())).as("last values").isEqualTo(3);
      assertThat(read().of("wide.depth").getFirst().value()).isEqualTo(new PointValue.Ended());
      assertThat(read().of("wide.depth")).isEmpty();
    }
  }

  @Test
  void whatAClosedCoreCountedStaysAndWhatItShowedEnds() {
    try (Telemetry telemetry = builder().start();
        OwnerThread thread = new OwnerThread("one")) {
      var first = new Observer(telemetry, thread);
      first.record(set -> set.addRequests(0, 0, 5));
      first.record(set -> set.setDepth(3));
      first.record(set -> set.observePool(70));
      assertThat(longOf(read().of("wide.depth").getFirst())).isEqualTo(3);
      first.close();
      assertThat(longOf(read().of("wide.depth").getFirst())).as("last values").isEqualTo(3);
      MetricSnapshot end = read();
      assertThat(end.of("wide.depth").getFirst().value()).isEqualTo(new PointValue.Ended());
      assertThat(end.of("wide.pool").getFirst().value()).isEqualTo(new PointValue.Ended());
      assertThat(longOf(end.of("wide.requests").getFirst())).isEqualTo(5);
      assertThat(read().of("wide.depth")).isEmpty();
      var second = new Observer(telemetry, thread);
      second.record(set -> set.addRequests(0, 0, 3));
      second.record(set -> set.observePool(4));
      MetricSnapshot after = read();
      assertThat(longOf(after.of("wide.requests").getFirst())).isEqualTo(8);
      assertThat(longOf(after.of("wide.pool").getFirst())).isEqualTo(4);
      second.close();
    }
  }

  @Test
  void atLevelCoreASeriesEndsWithItsCore() {
    try (Telemetry telemetry = builder().level(AggregationLevel.CORE).start();
        OwnerThread thread = new OwnerThread("one")) {
      var first = new Observer(telemetry, thread);
      first.record(set -> set.addRequests(0, 0, 5));
      first.close();
      assertThat(longOf(read().of("wide.requests").getFirst())).isEqualTo(5);
      assertThat(read().of("wide.requests").getFirst().value()).isEqualTo(new PointValue.Ended());
      assertThat(read().of("wide.requests")).isEmpty();
    }
  }

  @Test
  void processLevelIsOneSeriesOverAllNodes() {
    var nodes = new TwoNodes();
    try (Telemetry telemetry =
            builder().numa(nodes).level("wide", AggregationLevel.PROCESS).start();
        OwnerThread zero = new OwnerThread("zero");
        OwnerThread one = new OwnerThread("one")) {
      zero.run(() -> nodes.moveTo(0));
      one.run(() -> nodes.moveTo(1));
      var near = new Observer(telemetry, zero);
      var far = new Observer(telemetry, one);
      for (int round = 1; round <= 3; round++) {
        int amount = round;
        for (Observer core : List.of(near, far)) {
          core.record(
              set -> {
                set.addRequests(0, 1, amount);
                set.recordLatency(0, Math.pow(10, amount));
                set.observeSeen(amount * 100L);
                set.observeSpent(amount * 0.1);
                set.recordBatch(amount);
              });
        }
        read();
      }
      MetricSnapshot snapshot = read();
      for (MetricPoint point : snapshot.points()) {
        if (point.metricSet().equals("wide")) {
          assertThat(point.node()).isEqualTo(0);
          assertThat(point.attributes().containsKey("numa.node.id")).isFalse();
        }
      }
      assertThat(snapshot.of("wide.requests")).hasSize(1);
      assertThat(longOf(snapshot.of("wide.requests").getFirst())).isEqualTo(12);
      assertThat(longOf(snapshot.of("wide.seen").getFirst())).isEqualTo(600);
      assertThat(doubleOf(snapshot.of("wide.spent").getFirst())).isEqualTo(0.1 * 3 * 2);
      var latency = (PointValue.ExponentialBuckets) snapshot.of("wide.latency").getFirst().value();
      assertThat(latency.summary()).isEqualTo(new PointValue.Summary(6, 2220, 10, 1000));
      assertThat(latency.positiveCounts().stream().mapToLong(Long::longValue).sum()).isEqualTo(6);
      far.close();
      assertThat(longOf(read().of("wide.requests").getFirst()))
          .as("a closed node's part stays")
          .isEqualTo(12);
      near.close();
      read();
      read();
      assertThat(longOf(read().of("wide.requests").getFirst())).isEqualTo(12);
    }
  }

  @Test
  void aDeltaReaderAndAnExporterDoNotDisturbEachOther() {
    var deltas = SnapshotReader.delta();
    var exporter = new KeepingExporter(Temporality.DELTA);
    try (Telemetry telemetry = builder().exporter(deltas).exporter(exporter).start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      record(core, () -> set.addCount(5));
      assertThat(longOf(deltas.read(LONG).of("probe.count").getFirst())).isEqualTo(5);
      assertThat(exporter.exports()).as("only who asked was served").isZero();
      record(core, () -> set.addCount(2));
      assertThat(longOf(deltas.read(LONG).of("probe.count").getFirst())).isEqualTo(2);
      assertThat(deltas.read(LONG).of("probe.count")).isEmpty();
      assertThat(longOf(read().of("probe.count").getFirst())).isEqualTo(7);
      assertThat(telemetry.flush(LONG)).isTrue();
      assertThat(exporter.total("probe.count")).isEqualTo(7);
    }
  }

  @Test
  void viewsRenameDescribeDropAndKeepAttributes() {
    try (Telemetry telemetry =
            builder()
                .view(
                    View.of("wide.requests")
                        .rename("calls")
                        .describe("All.")
                        .keepAttributes("outcome"))
                .view(View.of("wide.b*").drop())
                .view(View.of("wide.depth").dropAttributes("peer"))
                .declare(WideSet.TYPE)
                .start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      WideSet a = core.register(WideSet.TYPE, Attributes.of("peer", "a"));
      WideSet b = core.register(WideSet.TYPE, Attributes.of("peer", "b"));
      record(
          core,
          () -> {
            a.addRequests(0, 0, 1);
            a.addRequests(0, 1, 2);
            b.addRequests(0, 2, 4);
            b.addRequests(1, 0, 8);
            a.recordBatch(5);
            a.recordLatency(0, 1);
            a.setDepth(3);
          });
      MetricSnapshot snapshot = read();
      assertThat(snapshot.of("wide.requests")).isEmpty();
      assertThat(snapshot.of("wide.batch")).isEmpty();
      assertThat(snapshot.of("calls").stream().map(WholeSchemaTest::longOf))
          .containsExactly(7L, 8L);
      assertThat(snapshot.of("calls").getFirst().instrument().brief()).isEqualTo("All.");
      assertThat(snapshot.of("calls").getFirst().attributes().toString())
          .contains("outcome=success")
          .doesNotContain("peer")
          .doesNotContain("signal");
      assertThat(snapshot.of("wide.latency").getFirst().attributes().toString())
          .contains("peer=a", "outcome=success");
      assertThat(snapshot.of("wide.depth").getFirst().attributes().containsKey("peer")).isFalse();
    }
  }

  @Test
  void collidingViewsAreRefusedAtTheStart() {
    TelemetryBuilder colliding =
        builder().view(View.of("wide.seen").rename("Wide.Pool")).declare(WideSet.TYPE);
    assertThatThrownBy(colliding::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "metric set wide: name=wide.pool would be sent by view of wide.seen from wide.seen and by"
                + " view of wide.pool from wide.pool; write another name in one of the views");
    assertThatThrownBy(() -> View.of("wide.*").rename("one"))
        .hasMessage(
            "view of wide.*: renames what a pattern selects; write the name of one instrument"
                + " instead");
  }

  @Test
  void formerNamesAreSentOnRequest() {
    try (Telemetry telemetry = builder().formerNames(true).start()) {
      telemetry.openCore(CoreOptions.floating().named("main")).register(WideSet.TYPE);
      assertThat(telemetry.schema().toJson()).contains("\"former_names\":[\"wide.calls\"]");
    }
  }

  @Test
  void valuesBeyondAFamilysLimitShareTheOverflowSet() {
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      SetFamily<WideSet> peers = core.family(WideSet.TYPE, Attributes.of("ring", "eu"), "peer", 3);
      for (String peer : List.of("a", "b", "c")) {
        record(core, () -> peers.of(peer).setDepth(1));
      }
      assertThat(read().of("wide.depth")).as("no overflow up to the limit").hasSize(3);
      WideSet beyond = peers.of("d");
      assertThat(peers.of("e")).isSameAs(beyond).isSameAs(peers.overflow());
      record(
          core,
          () -> {
            beyond.addRequests(0, 0, 2);
            peers.of("e").addRequests(0, 0, 3);
            peers.of("a").addRequests(0, 0, 1);
          });
      List<MetricPoint> requests = read().of("wide.requests");
      assertThat(requests.stream().mapToLong(WholeSchemaTest::longOf).sum()).isEqualTo(6);
      assertThat(requests).hasSize(2);
      assertThat(requests.getLast().attributes().toString())
          .contains("otel.metric.overflow=true")
          .doesNotContain("peer", "ring");
      record(core, () -> peers.remove("b"));
      assertThat(peers.of("f")).isNotSameAs(beyond);
      assertThat(peers.size()).isEqualTo(3);
      record(core, peers::close);
      assertThat(peers.size()).isZero();
      assertThatThrownBy(() -> core.family(WideSet.TYPE, Attributes.empty(), "peer", 0))
          .hasMessage("family of wide: maxValues=0, write at least 1");
      assertThatThrownBy(() -> core.family(WideSet.TYPE, Attributes.of("peer", "x"), "peer", 1))
          .hasMessage(
              "family of wide: key=peer, write one that the entity does not have: {peer=x}");
    }
  }

  @Test
  void aTimerRecordsNestedSections() {
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      WideSet set = core.register(WideSet.TYPE);
      var timer = new Timer(seconds -> set.recordLatency(0, seconds));
      record(
          core,
          () -> {
            try (Timer _ = timer.start()) {
              timer.time(() -> set.setDepth(1));
              assertThat(timer.<Integer>time(() -> 7)).isEqualTo(7);
            }
            timer.close(); // outside any section
          });
      var latency = (PointValue.ExponentialBuckets) read().of("wide.latency").getFirst().value();
      assertThat(latency.summary().count()).isEqualTo(3);
      assertThat(latency.summary().min()).isPositive();
    }
  }

  @Test
  void twoSetsOfOneNameAreRefused() {
    MetricSetDescriptor other =
        MetricSetDescriptor.builder("wide", "Another.")
            .instrument(InstrumentKind.COUNTER, ValueType.LONG, "wide.other", "1", "b")
            .build();
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      core.register(WideSet.TYPE);
      assertThatThrownBy(() -> core.register(new MetricSetType<>(other, handle -> failOnUse())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("metric set wide: is registered with other instruments already");
    }
  }

  @Test
  void aKeyIsGivenOnce() {
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      assertThatThrownBy(() -> core.register(WideSet.TYPE, Attributes.of("signal", "x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "metric set wide: attribute signal of the registration is one of each measurement of"
                  + " wide.requests, too; write another key");
    }
  }

  @Test
  void keysOfAggregationAreNotAMeasurements() {
    MetricSetDescriptor other =
        MetricSetDescriptor.builder("other", "Another.")
            .instrument(InstrumentKind.COUNTER, ValueType.LONG, "other.count", "1", "b")
            .dimension("numa.node.id", "a")
            .build();
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      assertThatThrownBy(() -> core.register(new MetricSetType<>(other, handle -> failOnUse())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "metric set other: attribute numa.node.id of each measurement of other.count is given"
                  + " by aggregation; write another key");
    }
  }

  private static ProbeSet failOnUse() {
    throw new AssertionError("a refused set is never made");
  }

  @Test
  void theLiveSchemaIsJson() {
    try (Telemetry telemetry = builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("ma\"in"))) {
      core.register(
          WideSet.TYPE,
          Attributes.builder()
              .put("peer", "a\\b")
              .put("ports", 1L, 2L)
              .put("tag", new byte[] {1, 2, 3})
              .put("rack", Attributes.of("row", "7"))
              .build());
      String json = telemetry.schema().toJson();
      assertThat(json)
          .startsWith("{\"version\":1,\"sets\":[")
          .contains(
              "{\"name\":\"wide.requests\",\"kind\":\"counter\",\"value_type\":\"long\","
                  + "\"unit\":\"{request}\"",
              "\"dimensions\":[{\"key\":\"outcome\",\"values\":[\"success\",\"failure\"]},",
              "\"boundaries\":[1.0,10.0,100.0]",
              "\"name\":\"ma\\\"in\"",
              "\"attributes\":{\"peer\":\"a\\\\b\",\"ports\":[1,2],"
                  + "\"rack\":{\"row\":\"7\"},\"tag\":\"AQID\"}");
    }
  }

  /** A core on a thread of its own with one set, idle between its recordings. */
  private static final class Observer {
    private final OwnerThread thread;
    private TelemetryCore core;
    private WideSet set;

    Observer(Telemetry telemetry, OwnerThread thread) {
      this.thread = thread;
      thread.run(
          () -> {
            core = telemetry.openCore(CoreOptions.floating());
            set = core.register(WideSet.TYPE);
            core.idle();
          });
    }

    void record(Consumer<WideSet> recording) {
      thread.run(() -> WholeSchemaTest.record(core, () -> recording.accept(set)));
    }

    void close() {
      thread.run(core::close);
    }
  }
}
