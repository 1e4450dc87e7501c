package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.numetry.core.TelemetryCore;
import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryOptions;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.ThreadPin;
import io.numetry.numa.doctor.NumaDoctor;
import io.numetry.numa.doctor.PlacementReport;
import io.numetry.numa.placed.ThreadState;
import io.numetry.placement.PlacementPolicy;
import io.numetry.placement.PlacementSubject;
import io.numetry.snapshot.SnapshotReader;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.ProbeSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Placement on this very host, seen from inside and from another process. */
class RealPlacementTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final CpuSet CPUS = NumaSystem.system().topology().allowedCpus();

  private final SnapshotReader reader = SnapshotReader.cumulative();

  @TempDir Path folder;

  private record Ended(int status, String printed) {}

  private TelemetryBuilder builder() {
    assumeTrue(NumaSystem.system().currentKernelThread().isPresent(), "a kernel that tells");
    return Telemetry.builder()
        .interval(Duration.ofHours(1))
        .bankHalfBytes(1 << 20)
        .placementFile(folder.resolve("placement"))
        .exporter(reader);
  }

  @Test
  void aThreadThatIsPutElsewhereShows() throws Exception {
    assumeTrue(CPUS.size() > 1, "needs two CPUs, there is cpus=" + CPUS);
    int[] cpus = CPUS.toArray();
    try (Telemetry telemetry = builder().start();
        OwnerThread one = new OwnerThread("one")) {
      one.run(
          () -> {
            TelemetryCore core = telemetry.openCore(CoreOptions.pinned(cpus[0]));
            core.register(ProbeSet.TYPE).addCount(1);
            core.idle();
          });
      reader.read(LONG);
      PlacementReport before = telemetry.placement();
      assertThat(before.asPlanned()).as(before.toString()).isTrue();
      assertThat(before.threads()).allSatisfy(thread -> assertThat(thread.there()).isTrue());
      Ended asPlanned = doctor();
      assertThat(asPlanned.status()).as(asPlanned.printed()).isZero();
      assertThat(asPlanned.printed()).contains("no deviations remote pages=0 unknown pages=0");

      ThreadPin elsewhere =
          one.call(() -> NumaSystem.system().pinCurrentThread(CpuSet.of(cpus[1])));
      PlacementReport after = telemetry.placement();
      assertThat(after.asPlanned()).isFalse();
      assertThat(after.threads()).filteredOn(ThreadState::isMisplaced).hasSize(1);
      assertThat(after.toString())
          .contains("may run on cpus=" + cpus[1] + ", wanted cpus=" + cpus[0]);
      Ended moved = doctor();
      assertThat(moved.status()).as(moved.printed()).isEqualTo(1);
      assertThat(moved.printed()).contains("may run on cpus=" + cpus[1]);
      assertThat(reader.read(LONG).of("numetry.placement.threads_misplaced"))
          .singleElement()
          .satisfies(point -> assertThat(point.value().toString()).contains("1"));

      one.run(elsewhere::close);
      one.run(() -> spin(Duration.ofMillis(20)));
      assertThat(telemetry.placement().threads()).noneMatch(ThreadState::isMisplaced);
    }
    assertThat(doctor().status()).as("the file went with telemetry").isEqualTo(2);
  }

  @Test
  void banksOfHugeAndOfLockedPagesAreKeptAndGivenBack() {
    for (MemoryOptions memory :
        List.of(
            MemoryOptions.NONE.withTransparentHugePages(),
            MemoryOptions.NONE.withLocking(MemoryOptions.Locking.AS_TOUCHED),
            MemoryOptions.NONE.withPooledHugePages(2 << 20))) {
      SnapshotReader own = SnapshotReader.cumulative();
      try (Telemetry telemetry = builder().exporter(own).bankMemory(memory).start();
          OwnerThread one = new OwnerThread("one")) {
        TelemetryCore core = one.call(() -> telemetry.openCore(CoreOptions.floating()));
        one.run(
            () -> {
              core.register(ProbeSet.TYPE).addCount(7);
              core.idle();
            });
        assertThat(own.read(LONG).of("probe.count"))
            .singleElement()
            .satisfies(point -> assertThat(point.value().toString()).contains("7"));
        PlacementReport report = telemetry.placement();
        assertThat(report.remotePages()).isZero();
        one.run(core::close);
        own.read(LONG);
        own.read(LONG);
        assertThat(telemetry.placement().ranges())
            .as("a bank that is done with, %s", memory)
            .noneMatch(range -> range.placed().owner().equals("one"));
      }
    }
  }

  @Test
  void strictMemoryHoldsHereOrSaysWhyNot() {
    try (Telemetry telemetry =
            builder().placementPolicy(PlacementSubject.MEMORY, PlacementPolicy.STRICT).start();
        OwnerThread one = new OwnerThread("one")) {
      one.run(() -> telemetry.openCore(CoreOptions.pinned(CPUS.first())).idle());
      reader.read(LONG);
      PlacementReport report = telemetry.placement();
      assertThat(report.remotePages() + report.unknownPages()).as(report.toString()).isZero();
      assertThat(report.toJson()).startsWith("{\"format\":\"numetry-placement-report\"");
    }
  }

  private Ended doctor() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NumaDoctor.class.getName(),
                "--placement",
                folder.resolve("placement").toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }

  private static void spin(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
