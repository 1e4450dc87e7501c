package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.TelemetryGuard.Health;
import io.numetry.TelemetryGuard.State;
import io.numetry.config.Environment;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.schema.Temporality;
import io.numetry.testkit.KeepingExporter;
import io.numetry.testkit.ProbeSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a guard starts telemetry, and what happens when it cannot. */
class TelemetryGuardTest {
  private final Logger logger = Logger.getLogger(TelemetryGuard.class.getName());
  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void capture() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void release() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  private static TelemetryGuard guard(Map<String, String> variables) {
    return TelemetryGuard.of(
        new Environment(variables::get), builder -> builder.bankHalfBytes(1 << 15));
  }

  private static void records(TelemetryGuard guard) {
    try (TelemetryCore core = guard.telemetry().openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      set.addCount(1);
      core.poll();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNRELATED,                           1",
    "OTEL_METRICS_EXPORTER,               none",
    "OTEL_METRICS_EXPORTER,               'None,'",
    "OTEL_METRICS_EXPORTER,               ','",
    "OTEL_EXPORTER_OTLP_ENDPOINT,         ''",
    "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, '  '",
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,  http://localhost:4318"
  })
  void isInertWhereNoDestinationIsNamed(String variable, String value) {
    try (TelemetryGuard guard = guard(Map.of(variable, value))) {
      assertThat(guard.health().state()).isEqualTo(State.INERT);
      assertThat(guard.health().detail()).contains("OTEL_EXPORTER_OTLP_ENDPOINT=");
      assertThat(guard.active()).isFalse();
      records(guard);
    }
    assertThat(logged).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"OTEL_SDK_DISABLED,TRUE", "OTEL_METRICS_EXPORTER,none"})
  void isInertInSpiteOfAnEndpoint(String variable, String value) {
    Map<String, String> variables =
        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318", variable, value);
    try (TelemetryGuard guard = guard(variables)) {
      assertThat(guard.health().state()).isEqualTo(State.INERT);
      records(guard);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_EXPORTER_OTLP_ENDPOINT,         http://localhost:4318",
    "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, http://localhost:4318/v1/metrics",
    "OTEL_METRICS_EXPORTER,               nowhere",
    "OTEL_METRICS_EXPORTER,               prometheus",
    "OTEL_METRICS_EXPORTER,               'none,otlp'"
  })
  void warnsOnceAndRunsOnWhereTelemetryCannotStart(String variable, String value) {
    // The engine alone has no exporter: each of these asks for one that is not there.
    try (TelemetryGuard guard = guard(Map.of(variable, value))) {
      assertThat(guard.active()).isFalse();
      assertThat(guard.health().state()).isEqualTo(State.FAILED);
      assertThat(guard.health().detail()).contains("OTEL_METRICS_EXPORTER=").contains("write ");
      records(guard);
    }
    assertThat(logged).hasSize(1);
    assertThat(logged.getFirst().getParameters()[0].toString()).contains("OTEL_METRICS_EXPORTER=");
  }

  @Test
  void saysWhatPrometheusCanDoInstead() {
    try (TelemetryGuard guard = guard(Map.of("OTEL_METRICS_EXPORTER", "prometheus"))) {
      assertThat(guard.health().detail())
          .startsWith("OTEL_METRICS_EXPORTER=prometheus: there is no exporter")
          .contains("--web.enable-otlp-receiver");
    }
  }

  @Test
  void runsOnWhereTheOptionsFail() {
    Environment environment = new Environment(Map.of("OTEL_METRICS_EXPORTER", "otlp")::get);
    try (TelemetryGuard guard =
        TelemetryGuard.of(
            environment,
            builder -> {
              throw new NoClassDefFoundError("io/netty/channel/EventLoop");
            })) {
      assertThat(guard.health().state()).isEqualTo(State.FAILED);
      assertThat(guard.health().detail()).contains("io/netty/channel/EventLoop", "class path");
      records(guard);
    }
    assertThat(logged).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "otlp"})
  void runsOnWhereAPlanCannotBe(String exporter) {
    var tooMany = PlacementRequest.coreCount(1_000_000);
    Environment environment = new Environment(Map.of("OTEL_METRICS_EXPORTER", exporter)::get);
    try (TelemetryGuard guard =
        TelemetryGuard.of(environment, builder -> builder.placement(tooMany))) {
      assertThat(guard.health().state()).isEqualTo(State.FAILED);
      try (TelemetryCore core = guard.telemetry().openCore(CoreOptions.planned())) {
        core.register(ProbeSet.TYPE).addCount(1);
        core.poll();
        assertThat(core.cpu()).isEmpty();
      }
    }
    assertThat(logged).hasSize(1);
  }

  @Test
  void isInertWhereTheOptionsDisableTelemetry() {
    Environment environment = new Environment(Map.of("OTEL_METRICS_EXPORTER", "otlp")::get);
    try (TelemetryGuard guard =
        TelemetryGuard.of(environment, builder -> builder.disabled(true).bankHalfBytes(1 << 15))) {
      assertThat(guard.health().state()).isEqualTo(State.INERT);
      assertThat(guard.health().detail()).contains("leave disabled(true) out");
      records(guard);
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void leavesNoTraceOfItselfOnceClosed() {
    TelemetryGuard guard = guard(Map.of());
    guard.close();
    guard.close();
    assertThat(guard.health()).isEqualTo(new Health(State.CLOSED, "the guard was closed"));
  }

  @Test
  void recordingWithoutCollectingTakesNoMemoryAsSetsComeAndGo() {
    try (TelemetryGuard guard = guard(Map.of());
        TelemetryCore core = guard.telemetry().openCore(CoreOptions.floating())) {
      // A bank of 32 KiB holds some 200 such sets at a time.
      for (int session = 0; session < 20_000; session++) {
        ProbeSet set = core.register(ProbeSet.TYPE);
        set.addCount(session);
        set.recordTime(1.5);
        core.poll();
        set.close();
      }
      assertThat(guard.telemetry().schema().toJson()).contains("probe");
    }
  }

  @Test
  void closingTelemetryWaitsForTheOneThatIsClosingIt() throws InterruptedException {
    var exporter = new KeepingExporter(Temporality.DELTA);
    Telemetry telemetry =
        Telemetry.builder()
            .interval(Duration.ofHours(1))
            .bankHalfBytes(1 << 15)
            .exporter(exporter)
            .start();
    try (TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      core.register(ProbeSet.TYPE).addCount(7);
    }
    var sawTheLastExport = new AtomicInteger();
    List<Thread> closers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      closers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    telemetry.close();
                    if (exporter.exports() > 0) {
                      sawTheLastExport.incrementAndGet();
                    }
                  }));
    }
    for (Thread closer : closers) {
      closer.join();
    }
    assertThat(sawTheLastExport).hasValue(8);
  }
}
