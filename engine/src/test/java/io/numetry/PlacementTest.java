package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.core.TelemetryCore;
import io.numetry.numa.CpuSet;
import io.numetry.numa.PlacementException;
import io.numetry.numa.doctor.Finding;
import io.numetry.numa.doctor.PlacementReport;
import io.numetry.numa.doctor.Severity;
import io.numetry.numa.placed.PlacedProcess;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.PlacementFile;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadRole;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.placement.PlacementPolicy;
import io.numetry.placement.PlacementSubject;
import io.numetry.snapshot.MetricSnapshot;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.ProbeSet;
import io.numetry.testkit.ScriptedHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans carried out, refused and looked at, on a host that a test has in hand. */
class PlacementTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ScriptedHost host = new ScriptedHost(); // node0=0-2 node1=3-5
  private SnapshotReader reader = SnapshotReader.cumulative();

  @TempDir Path folder;

  /** Of a telemetry that the reader is of from now on. */
  private TelemetryBuilder builder() {
    reader = SnapshotReader.cumulative();
    host.clearPinning();
    return Telemetry.builder()
        .numa(host)
        .interval(Duration.ofHours(1)) // collections come from reading alone
        .bankHalfBytes(1 << 20)
        .exporter(reader);
  }

  @Test
  void eachThreadHasItsOwnCoreOfThePlan() {
    try (Telemetry telemetry = builder().placement(PlacementRequest.coreSet("1,4")).start();
        OwnerThread one = new OwnerThread("one");
        OwnerThread other = new OwnerThread("other");
        OwnerThread third = new OwnerThread("third")) {
      TelemetryCore first = one.call(() -> telemetry.openCore(CoreOptions.planned()));
      TelemetryCore second = other.call(() -> telemetry.openCore(CoreOptions.planned()));
      assertThat(List.of(first.cpu(), second.cpu()))
          .containsExactly(OptionalInt.of(1), OptionalInt.of(4));
      assertThat(List.of(first.node(), second.node())).containsExactly(0, 1);
      assertThat(host.affinityOf("one")).isEqualTo(CpuSet.of(1));

      assertThatThrownBy(() -> third.call(() -> telemetry.openCore(CoreOptions.planned())))
          .isInstanceOf(PlacementException.class)
          .hasMessageContaining("core third: all planned cores=2 are taken; plan more");
      assertThatThrownBy(() -> third.call(() -> telemetry.openCore(CoreOptions.planned(1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("planned index=1 is taken by core other");
      assertThatThrownBy(() -> third.call(() -> telemetry.openCore(CoreOptions.planned(2))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("planned index=2, the plan has cores 0 to 1");
      assertThat(host.affinityOf("third")).isEqualTo(host.all());

      other.run(second::close);
      assertThat(host.affinityOf("other")).as("undone").isEqualTo(host.all());
      assertThat(third.call(() -> telemetry.openCore(CoreOptions.planned())).cpu()).hasValue(4);
    }
  }

  @Test
  void aCoreThatCannotBeOpenedGivesItsPlaceBack() {
    try (Telemetry telemetry = builder().placement(PlacementRequest.coreSet("1")).start();
        OwnerThread one = new OwnerThread("one");
        OwnerThread other = new OwnerThread("other")) {
      one.run(() -> telemetry.openCore(CoreOptions.floating().named("taken")));
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(
                () -> other.call(() -> telemetry.openCore(CoreOptions.planned().named("taken"))))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("name=taken is taken");
        assertThat(host.affinityOf("other")).isEqualTo(host.all());
      }
      assertThat(telemetry.placement().ranges())
          .as("banks that nobody has are not told of")
          .extracting(range -> range.placed().kind() + " of " + range.placed().owner())
          .containsOnlyOnce("bank of taken");
      assertThat(other.call(() -> telemetry.openCore(CoreOptions.planned())).cpu()).hasValue(1);
    }
  }

  @Test
  void theCoreOfADeadThreadIsFreeAgain() {
    try (Telemetry telemetry = builder().placement(PlacementRequest.coreSet("1")).start();
        OwnerThread one = new OwnerThread("one")) {
      try (OwnerThread dies = new OwnerThread("dies")) {
        dies.run(() -> telemetry.openCore(CoreOptions.planned()));
      }
      assertThat(one.call(() -> telemetry.openCore(CoreOptions.planned())).cpu()).hasValue(1);
    }
  }

  @Test
  void aSecondCoreOfAThreadIsRefusedAndTheFirstIsStillToldOf() {
    try (Telemetry telemetry = builder().placement(PlacementRequest.coreSet("1,2")).start();
        OwnerThread one = new OwnerThread("one")) {
      one.run(() -> telemetry.openCore(CoreOptions.planned().named("first")).idle());
      assertThatThrownBy(
              () -> one.call(() -> telemetry.openCore(CoreOptions.planned().named("second"))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("owns core first already");
      assertThat(host.affinityOf("one")).isEqualTo(CpuSet.of(1));
      assertThat(telemetry.placement().threads())
          .extracting(thread -> thread.placed().name())
          .contains("first")
          .doesNotContain("second");
    }
  }

  @Test
  void aThreadThatMayNotGoBackStaysAndItsCoreIsClosedAllTheSame() {
    try (Telemetry telemetry = builder().placement(PlacementRequest.coreSet("1")).start();
        OwnerThread one = new OwnerThread("one");
        OwnerThread other = new OwnerThread("other")) {
      TelemetryCore core = one.call(() -> telemetry.openCore(CoreOptions.planned()));
      host.refuse(host.all());
      one.run(core::close);
      assertThat(host.affinityOf("one")).isEqualTo(CpuSet.of(1));
      assertThat(telemetry.liveSets().keySet())
          .noneMatch(identity -> identity.name().equals("one"));
      assertThat(other.call(() -> telemetry.openCore(CoreOptions.planned())).cpu()).hasValue(1);
    }
  }

  @Test
  void aThreadThatHasDiedIsToldOf() {
    try (Telemetry telemetry = builder().start()) {
      try (OwnerThread dies = new OwnerThread("dies")) {
        dies.run(() -> telemetry.openCore(CoreOptions.pinned(1)));
      }
      assertThat(warnings(telemetry.placement()))
          .anySatisfy(
              finding -> {
                assertThat(finding.subject()).startsWith("core dies, thread ");
                assertThat(finding.found()).startsWith("has ended");
              });
    }
  }

  @Test
  void aCpuThatIsPinnedToByHandIsNotGivenOut() {
    try (Telemetry telemetry = builder().placement(PlacementRequest.coreSet("1,4")).start();
        OwnerThread one = new OwnerThread("one");
        OwnerThread other = new OwnerThread("other")) {
      one.run(() -> telemetry.openCore(CoreOptions.pinned(1)));
      assertThat(other.call(() -> telemetry.openCore(CoreOptions.planned())).cpu()).hasValue(4);
    }
  }

  @Test
  void aPlanThatCannotBeIsAnErrorOfStartBeforeAnyThread() {
    assertThatThrownBy(() -> builder().placement(PlacementRequest.coreCount(7)).start())
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("placement: cores=7 cannot be had, 6 can be");
    assertThatThrownBy(() -> builder().placement(PlacementRequest.coreSet("2,9")).start())
        .hasMessageContaining("cpu=9 does not exist");
    assertThat(host.pinning()).isEmpty();
  }

  @Test
  void withoutAPlanNobodyCanAskForACoreOfIt() {
    try (Telemetry telemetry = builder().start();
        OwnerThread one = new OwnerThread("one")) {
      assertThat(telemetry.plan()).isEmpty();
      assertThatThrownBy(() -> one.call(() -> telemetry.openCore(CoreOptions.planned())))
          .isInstanceOf(PlacementException.class)
          .hasMessageContaining("there is no plan; give TelemetryBuilder.placement a request");
    }
  }

  @Test
  void aggregatorsRunWhereThePlanSays() {
    PlacementRequest request = PlacementRequest.coreSet("1,4").withHousekeeping(CpuSet.of(2, 5));
    try (Telemetry telemetry = builder().placement(request).start();
        OwnerThread one = new OwnerThread("one");
        OwnerThread other = new OwnerThread("other")) {
      one.run(() -> telemetry.openCore(CoreOptions.planned()).idle());
      other.run(() -> telemetry.openCore(CoreOptions.planned()).idle());
      reader.read(LONG);
      assertThat(host.affinityOf("numetry-node-0")).isEqualTo(CpuSet.of(2));
      assertThat(host.affinityOf("numetry-node-1")).isEqualTo(CpuSet.of(5));
      assertThat(telemetry.plan().orElseThrow().explain()).contains("aggregator of node 1: cpus 5");
    }
  }

  @Test
  void withoutAPlanAggregatorsKeepOffPinnedCoresWhereTheyCan() {
    try (Telemetry telemetry = builder().start();
        OwnerThread a = new OwnerThread("a");
        OwnerThread b = new OwnerThread("b");
        OwnerThread c = new OwnerThread("c")) {
      a.run(() -> telemetry.openCore(CoreOptions.pinned(0)).idle());
      reader.read(LONG);
      assertThat(host.affinityOf("numetry-node-0")).isEqualTo(CpuSet.of(1, 2));
      TelemetryCore core = b.call(() -> telemetry.openCore(CoreOptions.pinned(2)));
      b.run(core::idle);
      reader.read(LONG);
      assertThat(host.affinityOf("numetry-node-0")).isEqualTo(CpuSet.of(1));
      c.run(() -> telemetry.openCore(CoreOptions.pinned(1)).idle());
      reader.read(LONG);
      assertThat(host.affinityOf("numetry-node-0")).as("no other").isEqualTo(CpuSet.of(0, 1, 2));
      b.run(core::close);
      reader.read(LONG);
      assertThat(host.affinityOf("numetry-node-0")).isEqualTo(CpuSet.of(2));
    }
  }

  @Test
  void aPinnedCoreThatIsRefusedIsAnErrorUnlessItIsPutUpWith() {
    host.refuse(CpuSet.of(1));
    try (Telemetry telemetry = builder().start();
        OwnerThread one = new OwnerThread("one")) {
      assertThatThrownBy(() -> one.call(() -> telemetry.openCore(CoreOptions.pinned(1))))
          .isInstanceOf(PlacementException.class)
          .hasMessage("core one: pin: refused cpus=1");
    }
    try (Telemetry telemetry =
            builder().placementPolicy(PlacementSubject.CORES, PlacementPolicy.BEST_EFFORT).start();
        OwnerThread one = new OwnerThread("one")) {
      TelemetryCore core = one.call(() -> telemetry.openCore(CoreOptions.pinned(1)));
      one.run(core::idle);
      assertThat(core.cpu()).as("not what it does not have").isEmpty();
      assertThat(warnings(telemetry.placement()))
          .anySatisfy(f -> assertThat(f.found()).isEqualTo("core one: pin: refused cpus=1"));
      assertThat(number(reader.read(LONG), "numetry.placement.pins_refused")).isEqualTo(1);
      one.run(core::close);
      assertThat(telemetry.placement().findings())
          .as("of the past")
          .noneSatisfy(f -> assertThat(f.found()).contains("core one"));
    }
  }

  @Test
  void anAggregatorThatIsRefusedGoesOnUnlessThatIsStrict() {
    host.refuse(CpuSet.of(1, 2));
    try (Telemetry telemetry = builder().start();
        OwnerThread one = new OwnerThread("one")) {
      one.run(() -> telemetry.openCore(CoreOptions.pinned(0)).idle());
      assertThat(number(reader.read(LONG), "numetry.placement.pins_refused")).isEqualTo(1);
    }
    try (Telemetry telemetry =
            builder()
                .placementPolicy(PlacementSubject.AGGREGATORS, PlacementPolicy.STRICT)
                .start();
        OwnerThread one = new OwnerThread("one")) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> one.call(() -> telemetry.openCore(CoreOptions.pinned(0))))
            .isInstanceOf(PlacementException.class)
            .hasMessage("aggregator node 0: pin: refused cpus=1-2");
        assertThat(host.affinityOf("one")).isEqualTo(host.all());
        assertThat(telemetry.liveSets()).isEmpty();
      }
      host.refuse(CpuSet.of());
      one.run(() -> telemetry.openCore(CoreOptions.pinned(0)).idle());
      assertThat(host.affinityOf("numetry-node-0")).isEqualTo(CpuSet.of(1, 2));
    }
  }

  @Test
  void strictMemoryIsAnErrorWherePagesAreElsewhere() {
    host.pagesOn(1);
    try (Telemetry telemetry =
            builder().placementPolicy(PlacementSubject.MEMORY, PlacementPolicy.STRICT).start();
        OwnerThread one = new OwnerThread("one")) {
      assertThatThrownBy(() -> one.call(() -> telemetry.openCore(CoreOptions.pinned(0))))
          .isInstanceOf(PlacementException.class)
          .hasMessageContaining("bank of one: pages=1 are not on node=0 but node1=1")
          .hasMessageContaining("or place memory by best effort");
      assertThat(host.affinityOf("one")).isEqualTo(host.all());
      host.pagesUnknown("nobody may ask");
      assertThatThrownBy(() -> one.call(() -> telemetry.openCore(CoreOptions.pinned(0))))
          .hasMessageContaining("bank of one: cannot tell whether pages=1 are on node=0: nobody");
      host.pagesWhereBound();
      TelemetryCore core = one.call(() -> telemetry.openCore(CoreOptions.pinned(0)));
      host.pagesOn(1);
      assertThatThrownBy(() -> one.call(() -> core.register(ProbeSet.TYPE)))
          .as("pages that come with a set")
          .isInstanceOf(PlacementException.class)
          .hasMessageContaining("are not on node=0");
      one.run(core::idle);
    }
  }

  @Test
  void strictMemoryIsAnErrorOfTheAggregatorToo() {
    host.pagesOfKindOn("node-bank", 1);
    try (Telemetry telemetry =
            builder().placementPolicy(PlacementSubject.MEMORY, PlacementPolicy.STRICT).start();
        OwnerThread one = new OwnerThread("one")) {
      assertThatThrownBy(() -> one.call(() -> telemetry.openCore(CoreOptions.pinned(0))))
          .isInstanceOf(PlacementException.class)
          .hasMessageContaining("node-bank of node 0: pages=1 are not on node=0");
      host.pagesWhereBound();
      one.run(() -> telemetry.openCore(CoreOptions.pinned(0)).idle());
      assertThat(telemetry.placement().remotePages()).isZero();
    }
  }

  @Test
  void theReportTellsWhatHasMoved() {
    try (Telemetry telemetry = builder().placement(PlacementRequest.coreSet("1,4")).start();
        OwnerThread one = new OwnerThread("one")) {
      one.run(
          () -> {
            TelemetryCore core = telemetry.openCore(CoreOptions.planned().named("mover"));
            core.register(ProbeSet.TYPE).addCount(3);
            core.idle();
          });
      reader.read(LONG);
      PlacementReport before = telemetry.placement();
      assertThat(before.plan()).isPresent();
      assertThat(before.remotePages()).isZero();
      assertThat(before.ranges())
          .extracting(range -> range.placed().kind() + " of " + range.placed().owner())
          .contains("bank of mover", "bank of node 0", "node-bank of node 0");
      assertThat(before.ranges())
          .allSatisfy(range -> assertThat(range.pages().local()).isPositive());
      assertThat(before.threads())
          .extracting(thread -> thread.placed().role())
          .containsExactlyInAnyOrder(ThreadRole.CORE, ThreadRole.AGGREGATOR);

      host.pagesOfKindOn("bank", 1);
      PlacementReport after = telemetry.placement();
      long remote = pagesOf(after, "bank").stream().mapToLong(r -> r.pages().remote()).sum();
      assertThat(remote).isPositive().isEqualTo(after.remotePages());
      assertThat(after.asPlanned()).isFalse();
      assertThat(warnings(after))
          .anySatisfy(
              finding -> {
                assertThat(finding.subject()).startsWith("bank of mover at ");
                assertThat(finding.found()).contains("pages are not on node 0: node1=");
                assertThat(finding.advice()).contains("migratepages");
              });
      MetricSnapshot snapshot = reader.read(LONG);
      assertThat(pages(snapshot, "remote")).as("looked at on demand").isEqualTo(remote);
      assertThat(pages(snapshot, "unknown")).isZero();
    }
  }

  @Test
  void aggregatorsLookByThemselvesWithHostMetrics() {
    try (Telemetry telemetry =
            builder().hostMetrics(true).hostMetricsPeriod(Duration.ZERO).start();
        OwnerThread one = new OwnerThread("one")) {
      one.run(() -> telemetry.openCore(CoreOptions.pinned(0)).idle());
      reader.read(LONG);
      assertThat(pages(reader.read(LONG), "remote")).isZero();
      host.pagesOfKindOn("bank", 1);
      assertThat(pages(reader.read(LONG), "remote")).isPositive();
      host.pagesUnknown("a filter");
      MetricSnapshot snapshot = reader.read(LONG);
      assertThat(pages(snapshot, "unknown")).isPositive();
      assertThat(pages(snapshot, "remote")).isZero();
    }
  }

  @Test
  void nothingIsToldWhileNobodyLooks() {
    try (Telemetry telemetry = builder().start();
        OwnerThread one = new OwnerThread("one")) {
      one.run(() -> telemetry.openCore(CoreOptions.pinned(0)).idle());
      reader.read(LONG);
      assertThat(reader.read(LONG).points())
          .noneSatisfy(point -> assertThat(point.name()).startsWith("numetry.placement"));
    }
  }

  @Test
  void memoryThatRunsOutIsAnErrorAndLosesNothing() {
    try (Telemetry telemetry = builder().start();
        OwnerThread one = new OwnerThread("one")) {
      host.exhaust("bank");
      assertThatThrownBy(() -> one.call(() -> telemetry.openCore(CoreOptions.pinned(0))))
          .isInstanceOf(PlacementException.class)
          .hasMessageContaining("no memory for tag=bank");
      assertThat(host.affinityOf("one")).isEqualTo(host.all());
      assertThat(telemetry.placement().ranges()).isEmpty();

      host.exhaust("");
      TelemetryCore core = one.call(() -> telemetry.openCore(CoreOptions.pinned(0)));
      one.run(core::idle);
      reader.read(LONG); // the aggregator has begun
      host.exhaust("bank");
      assertThatThrownBy(() -> one.call(() -> core.register(ProbeSet.TYPE)))
          .isInstanceOf(PlacementException.class);
      host.exhaust("node-bank");
      ProbeSet set =
          one.call(
              () -> {
                ProbeSet registered = core.register(ProbeSet.TYPE);
                registered.addCount(5);
                core.poll();
                core.idle();
                return registered;
              });
      assertThat(reader.read(Duration.ofMillis(200)).complete()).isFalse();
      one.run(
          () -> {
            core.resume();
            set.addCount(2);
            core.idle();
          });
      assertThat(reader.read(Duration.ofMillis(200)).of("probe.count")).isEmpty();
      host.exhaust("");
      assertThat(number(reader.read(LONG), "probe.count")).isEqualTo(7);
      assertThat(number(reader.read(LONG), "numetry.aggregator.errors")).isPositive();
      assertThat(reader.read(LONG).of("otel.sdk.metric_reader.collection.duration"))
          .extracting(point -> point.attributes().get("error.type"))
          .contains("resource_exhausted");
    }
  }

  @Test
  void theFileTellsOthersUntilTheEnd() throws IOException {
    Path file = folder.resolve("placement");
    try (Telemetry telemetry = builder().placementFile(file).start();
        OwnerThread one = new OwnerThread("one")) {
      assertThat(PlacementFile.read(file).threads()).isEmpty();
      TelemetryCore core = one.call(() -> telemetry.openCore(CoreOptions.pinned(0).named("told")));
      one.run(core::idle);
      reader.read(LONG);
      PlacedProcess told = PlacementFile.read(file);
      assertThat(told.pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(told.staleBecause(Path.of("/"))).isEmpty();
      assertThat(told.threads())
          .extracting(PlacedThread::name)
          .containsExactlyInAnyOrder("told", "node 0");
      assertThat(told.ranges())
          .isEqualTo(telemetry.placement().ranges().stream().map(RangeState::placed).toList());
      one.run(core::close);
      assertThat(PlacementFile.read(file).threads())
          .extracting(PlacedThread::name)
          .containsExactly("node 0");
      assertThatThrownBy(() -> builder().placementFile(file).start())
          .hasMessageContaining("is written by another telemetry of this process");
    }
    assertThat(file).doesNotExist();
    assertThatThrownBy(() -> builder().placementFile(folder.resolve("no/where")).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no/where cannot be written");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPropertyNamesTheFile() {
    System.setProperty(
        TelemetryBuilder.PLACEMENT_FILE_PROPERTY, folder.resolve("placement-%p").toString());
    try (Telemetry telemetry = builder().start()) {
      assertThat(folder.resolve("placement-" + ProcessHandle.current().pid())).exists();
      assertThat(telemetry.placement().threads()).isEmpty();
    } finally {
      System.clearProperty(TelemetryBuilder.PLACEMENT_FILE_PROPERTY);
    }
  }

  private static List<RangeState> pagesOf(PlacementReport report, String kind) {
    return report.ranges().stream().filter(range -> range.placed().kind().equals(kind)).toList();
  }

  private static List<Finding> warnings(PlacementReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .toList();
  }

  private static long pages(MetricSnapshot snapshot, String location) {
    return snapshot.of("numetry.placement.pages").stream()
        .filter(point -> point.attributes().toString().contains(location))
        .mapToLong(point -> ((PointValue.LongValue) point.value()).value())
        .sum();
  }

  private static long number(MetricSnapshot snapshot, String name) {
    return snapshot.of(name).stream()
        .mapToLong(point -> ((PointValue.LongValue) point.value()).value())
        .sum();
  }
}
