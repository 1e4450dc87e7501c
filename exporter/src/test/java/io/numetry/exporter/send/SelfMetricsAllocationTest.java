package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.memory.CheckedMode;
import io.numetry.self.ExportError;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the event loop tells of itself costs it no garbage. */
class SelfMetricsAllocationTest {
  private static final ResponseStatus OK = new ResponseStatus.Http(200);
  private static final Cause AWAY = Cause.connection("away");

  @Test
  void shouldAllocateNothingOnceAllOutcomesHaveComeUp() {
    Assumptions.assumeFalse(CheckedMode.ENABLED, "the checked mode's own checks may allocate");
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Telemetry telemetry =
            Telemetry.builder().interval(Duration.ofHours(1)).bankHalfBytes(1 << 20).start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("loop"))) {
      var metrics =
          new SelfMetrics(
              core,
              SenderIdentity.of(OtlpOptions.builder().build(), type -> 0),
              new SenderStatistics(),
              null);
      deliver(metrics);
      long before = threads.getCurrentThreadAllocatedBytes();
      deliver(metrics);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
    }
  }

  private static void deliver(SelfMetrics metrics) {
    for (int i = 0; i < 5_000; i++) {
      metrics.arrived(1000, 1);
      metrics.attempt(100);
      metrics.bodySent(50);
      metrics.retry(ExportError.TIMEOUT);
      metrics.accepted(System.nanoTime(), 100, 0, OK);
      metrics.accepted(System.nanoTime(), 90, 10, OK);
      metrics.concluded(System.nanoTime(), AWAY);
      metrics.failed(ExportError.HTTP_400, 1);
      metrics.spooled(1);
      metrics.waiting(0);
      metrics.publish();
    }
  }
}
