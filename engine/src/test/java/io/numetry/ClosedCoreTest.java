package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.bank.Bank;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.MemoryLedger;
import io.numetry.schema.Temporality;
import io.numetry.testkit.KeepingExporter;
import io.numetry.testkit.ProbeSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is left of a core once it is closed and nobody has it any longer. */
class ClosedCoreTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Threads may come and go for as long as a process lives. */
  @Test
  void takesItsBankWithIt() throws InterruptedException {
    try (Telemetry telemetry =
            Telemetry.builder()
                .interval(Duration.ofMillis(10))
                .bankHalfBytes(1 << 20)
                .exporter(new KeepingExporter(Temporality.CUMULATIVE))
                .start();
        TelemetryCore stays = telemetry.openCore(CoreOptions.floating().named("stays"))) {
      stays.idle();
      assertThat(telemetry.flush(LONG)).isTrue(); // the aggregator has its own core, too
      long before = reservedBytes();
      CompletableFuture.runAsync(() -> openAndClose(telemetry), Thread.ofPlatform()::start).join();
      assertThat(telemetry.flush(LONG)).isTrue();
      long deadline = System.nanoTime() + LONG.toNanos();
      while (reservedBytes() > before) {
        assertThat(System.nanoTime() - deadline)
            .as("reserved %d, before %d", reservedBytes(), before)
            .isNegative();
        System.gc();
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private static long reservedBytes() {
    return MemoryLedger.balance(Bank.TAG).reservedBytes();
  }

  /** One set is closed, two end with their core. */
  private static void openAndClose(Telemetry telemetry) {
    long before = reservedBytes();
    TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("passing"));
    ProbeSet ended = core.register(ProbeSet.TYPE, Attributes.of("k", "ended"));
    ended.addCount(1);
    core.register(ProbeSet.TYPE, Attributes.of("k", "kept")).addCount(2);
    ProbeSet late = core.register(ProbeSet.TYPE, Attributes.of("k", "late"));
    ended.close();
    core.poll();
    assertThat(reservedBytes()).isGreaterThan(before);
    core.close();
    late.close();
  }
}
