package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.testkit.LogCapture;
import io.numetry.exporter.testkit.SelfReader;
import io.numetry.memory.CheckedMode;
import io.numetry.self.ExportError;
import io.numetry.self.ExporterMetricsSet;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OperationTimesTest {
  private static final String DURATION = "otel.sdk.exporter.operation.duration";

  private final SelfReader self = new SelfReader();

  private Telemetry telemetry(long bankHalfBytes) {
    return Telemetry.builder()
        .interval(Duration.ofHours(1))
        .bankHalfBytes(bankHalfBytes)
        .exporter(self.reader)
        .start();
  }

  private static OperationTimes times(TelemetryCore core) {
    return new OperationTimes(core, SenderIdentity.of(OtlpOptions.builder().build(), type -> 3));
  }

  /** A destination makes up codes. */
  @Test
  void shouldLeaveOutStatusesPastTheLimit() {
    try (Telemetry telemetry = telemetry(1 << 20);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("times"))) {
      OperationTimes times = times(core);
      for (int round = 0; round < 2; round++) {
        for (int code = 1000; code < 1200; code++) {
          times.record(ExportError.OTHER, new ResponseStatus.Http(code), 1);
        }
        times.record(ExportError.NONE, new ResponseStatus.Http(200), 1);
      }
      core.idle();
      Map<String, Long> byStatus = self.by("http.response.status_code", DURATION);
      assertThat(byStatus).hasSize(OperationTimes.MAX_STATUSES + 1);
      assertThat(byStatus.get("1000")).isEqualTo(2);
      assertThat(byStatus).doesNotContainKeys("1199", "200");
      assertThat(self.by("error.type", DURATION)).isEqualTo(Map.of("", 2L, "_OTHER", 400L));
      assertThat(self.by("otel.component.name", DURATION))
          .containsOnlyKeys("otlp_http_metric_exporter/3");
    }
  }

  @Test
  void shouldGoOnWithoutAFigureWhereTheBankIsFull() {
    var log = new LogCapture();
    try (Telemetry telemetry = telemetry(32 << 10);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("times"))) {
      fill(core);
      OperationTimes times = times(core);
      for (int code = 0; code < 200; code++) {
        times.record(ExportErrors.ALL.get(code % 40), new ResponseStatus.Http(code), 1);
      }
      core.idle();
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("no duration is measured of requests that end with");
      assertThat(self.sum(DURATION)).isBetween(1L, 199L);
    } finally {
      log.close();
    }
  }

  /** Until a set of some hundred bytes does not fit any more. */
  private static void fill(TelemetryCore core) {
    assertThatThrownBy(
            () -> {
              while (true) {
                core.register(ExporterMetricsSet.TYPE);
              }
            })
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldAllocateNothingForAnOutcomeThatIsKnown() {
    Assumptions.assumeFalse(CheckedMode.ENABLED, "the checked mode's own checks may allocate");
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ResponseStatus accepted = new ResponseStatus.Http(200);
    ResponseStatus refused = new ResponseStatus.Grpc("INTERNAL");
    try (Telemetry telemetry = telemetry(1 << 20);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("times"))) {
      OperationTimes times = times(core);
      record(times, accepted, refused);
      long before = threads.getCurrentThreadAllocatedBytes();
      record(times, accepted, refused);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
    }
  }

  private static void record(
      OperationTimes times, ResponseStatus accepted, ResponseStatus refused) {
    for (int i = 0; i < 20_000; i++) {
      times.record(ExportError.NONE, accepted, 0.001);
      times.record(ExportError.GRPC_INTERNAL, refused, 0.001);
    }
  }
}
