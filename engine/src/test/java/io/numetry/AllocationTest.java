package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.memory.CheckedMode;
import io.numetry.schema.Temporality;
import io.numetry.testkit.CountingExporter;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.ProbeSet;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes allocated on the heap by recording, flipping and collecting, once warm: none. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource(Temporality.class)
  void aCycleAllocatesNothing(Temporality temporality) {
    assumeFalse(CheckedMode.ENABLED, "the checked mode's own checks may allocate");
    var exporter = new CountingExporter(temporality);
    try (Telemetry telemetry =
            Telemetry.builder()
                .interval(Duration.ofMillis(1))
                .bankHalfBytes(1 << 20)
                .exporter(exporter)
                .start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet[] sets = new ProbeSet[20];
      for (int i = 0; i < sets.length; i++) {
        sets[i] = core.register(ProbeSet.TYPE, Attributes.of("n", Integer.toString(i)));
      }
      long aggregator = aggregatorThreadId();
      // While compilers still work, an object here and there is real. A cycle that allocates at all
      // would show in every window.
      int windows = 1;
      while (allocatedBytes(aggregator, 1000, exporter, sets, core) > 0) {
        assertThat(++windows)
            .as("windows of 1000 cycles until one allocates nothing")
            .isLessThan(20);
      }
    }
  }

  /** Nor does one that an owner is late for, which on a busy host any owner may be. */
  @Test
  void aCycleAllocatesNothingForAnOwnerThatDoesNotPoll() {
    assumeFalse(CheckedMode.ENABLED, "the checked mode's own checks may allocate");
    var exporter = new CountingExporter(Temporality.DELTA);
    try (var late = new OwnerThread("late");
        Telemetry telemetry =
            Telemetry.builder()
                .interval(Duration.ofMillis(1))
                .bankHalfBytes(1 << 20)
                .exporter(exporter)
                .start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      TelemetryCore lateCore = late.call(() -> telemetry.openCore(CoreOptions.floating()));
      long aggregator = aggregatorThreadId();
      int windows = 1;
      while (allocatedBytes(aggregator, 200, exporter, new ProbeSet[0], core) > 0) {
        assertThat(++windows)
            .as("windows of 200 cycles until one allocates nothing")
            .isLessThan(30);
      }
      assertThat(telemetry.health().aggregators().getFirst().coresNotPolling()).contains("late");
      late.run(lateCore::close);
    }
  }

  @Test
  void theCounterOfAllocatedBytesWorks() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    byte[] garbage = new byte[4096];
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .isGreaterThanOrEqualTo(garbage.length);
  }

  private static long allocatedBytes(
      long aggregator, int cycles, CountingExporter exporter, ProbeSet[] sets, TelemetryCore core) {
    long before =
        THREADS.getCurrentThreadAllocatedBytes() + THREADS.getThreadAllocatedBytes(aggregator);
    recordUntil(exporter, exporter.exports() + cycles, sets, core);
    return THREADS.getCurrentThreadAllocatedBytes()
        + THREADS.getThreadAllocatedBytes(aggregator)
        - before;
  }

  private static void recordUntil(
      CountingExporter exporter, int exports, ProbeSet[] sets, TelemetryCore core) {
    while (exporter.exports() < exports) {
      for (ProbeSet set : sets) {
        set.addCount(1);
        set.addAmount(0.5);
        set.setDepth(3);
        set.recordSize(7);
        set.recordTime(0.25);
      }
      core.poll();
    }
  }

  private static long aggregatorThreadId() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("numetry-node-0"))
        .findFirst()
        .orElseThrow()
        .threadId();
  }
}
