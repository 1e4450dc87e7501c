package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.attribute.Attributes;
import io.numetry.config.Environment;
import io.numetry.core.TelemetryCore;
import io.numetry.memory.CheckedMode;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.PlacementException;
import io.numetry.schema.Temporality;
import io.numetry.testkit.KeepingExporter;
import io.numetry.testkit.OwnerThread;
import io.numetry.testkit.ProbeSet;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a user can do wrong, and the sentence that follows. */
class BadInputTest {
  private final KeepingExporter exporter = new KeepingExporter(Temporality.DELTA);

  private Telemetry start() {
    return Telemetry.builder()
        .interval(Duration.ofHours(1))
        .bankHalfBytes(1 << 15)
        .exporter(exporter)
        .start();
  }

  @Test
  void virtualThreadIsRefused() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (Telemetry telemetry = start()) {
      Thread.ofVirtual()
          .name("v")
          .start(
              () -> {
                try {
                  telemetry.openCore(CoreOptions.floating());
                } catch (IllegalStateException e) {
                  thrown.set(e);
                }
              })
          .join();
    }
    assertThat(thrown.get())
        .hasMessage(
            "core: thread=v is virtual; a core needs a platform thread, because it lies where its"
                + " thread runs");
  }

  @Test
  void cpuThatIsNotThereIsRefusedAndTheThreadStaysAsItWas() {
    try (Telemetry telemetry = start()) {
      var before = NumaSystem.system().currentAffinity();
      assertThatThrownBy(() -> telemetry.openCore(CoreOptions.pinned(999)))
          .isInstanceOf(PlacementException.class)
          .hasMessageContaining("cpu=999");
      assertThat(NumaSystem.system().currentAffinity()).isEqualTo(before);
      assertThat(telemetry.liveSets()).isEmpty();
    }
  }

  @Test
  void secondCoreOfAThreadIsRefused() {
    try (Telemetry telemetry = start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("first"))) {
      assertThatThrownBy(() -> telemetry.openCore(CoreOptions.floating().named("second")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "core second: thread=main owns core first already; a thread owns one core, close it"
                  + " first");
      assertThat(core.name()).isEqualTo("first");
    }
  }

  @Test
  void nameOfAnOpenCoreIsRefused() {
    try (Telemetry telemetry = start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("taken"));
        var other = new OwnerThread("other")) {
      assertThatThrownBy(
              () -> other.call(() -> telemetry.openCore(CoreOptions.floating().named("taken"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("core: name=taken is taken by an open core, write another");
      assertThat(core.isClosed()).isFalse();
    }
  }

  @Test
  void anotherThreadThanTheOwnerIsRefused() {
    try (Telemetry telemetry = start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("mine"));
        var other = new OwnerThread("other")) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      String message =
          "core mine: %s from thread=other, its owner is main; open a core for each thread that"
              + " records";
      assertThatThrownBy(() -> other.call(() -> core.register(ProbeSet.TYPE)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message, "register");
      assertThatThrownBy(() -> other.run(core::idle)).hasMessage(message, "idle");
      assertThatThrownBy(() -> other.run(core::resume)).hasMessage(message, "resume");
      assertThatThrownBy(() -> other.run(core::close)).hasMessage(message, "close");
      assertThatThrownBy(() -> other.run(set::close)).hasMessage(message, "close a set");
      if (CheckedMode.ENABLED) {
        assertThatThrownBy(() -> other.run(core::poll)).hasMessage(message, "poll");
        assertThatThrownBy(() -> other.run(() -> set.addCount(1)))
            .hasMessage(
                "recording on core mine: thread=other is not its owner main; open a core for each"
                    + " thread that records");
      }
      set.addCount(1);
    }
    assertThat(exporter.total("probe.count")).isEqualTo(1);
  }

  @Test
  void closingTwiceAndRecordingAfterCloseDoNothing() {
    Telemetry telemetry = start();
    TelemetryCore core = telemetry.openCore(CoreOptions.floating());
    ProbeSet set = core.register(ProbeSet.TYPE);
    set.addCount(1);
    core.close();
    core.close();
    set.addCount(50);
    set.recordTime(1.0);
    set.close();
    core.poll();
    core.idle();
    core.resume();
    set.addCount(50);
    assertThatThrownBy(() -> core.register(ProbeSet.TYPE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed; register probe before");
    assertThat(telemetry.flush(Duration.ofSeconds(20))).isTrue();
    telemetry.close();
    telemetry.close();
    set.addCount(50);
    core.close();
    assertThat(exporter.total("probe.count")).isEqualTo(1);
    assertThat(exporter.total("numetry.core.misplaced_cells")).isEqualTo(2);
  }

  @Test
  void openingAfterTheEndIsRefusedAndTheThreadUnpinned() {
    Telemetry telemetry = start();
    telemetry.close();
    var before = NumaSystem.system().currentAffinity();
    assertThatThrownBy(() -> telemetry.openCore(CoreOptions.pinned(0).named("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("core late: telemetry is closed");
    assertThat(NumaSystem.system().currentAffinity()).isEqualTo(before);
  }

  @Test
  void fullBankIsRefusedAndWhatWasRegisteredGoesOn() {
    try (Telemetry telemetry = start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet first = core.register(ProbeSet.TYPE);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  core.register(ProbeSet.TYPE);
                }
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "bank: is full, halfBytes=32768, slotBytes=128; close sets that are no longer used, or"
                  + " raise bankHalfBytes");
      first.addCount(3);
    }
    assertThat(exporter.total("probe.count")).isEqualTo(3);
  }

  @Test
  void optionsAreCheckedWhenTheyAreSet() {
    TelemetryBuilder builder = Telemetry.builder();
    assertThatThrownBy(() -> builder.interval(Duration.ZERO))
        .hasMessage("telemetry: interval=PT0S, write at least PT0.001S");
    assertThatThrownBy(() -> builder.interval(ChronoUnit.FOREVER.getDuration()))
        .hasMessageMatching("telemetry: interval=PT\\S+, write at most PT876000H");
    assertThatThrownBy(() -> builder.hostMetricsPeriod(Duration.ofDays(36_501)))
        .hasMessage("telemetry: hostMetricsPeriod=PT876024H, write at most PT876000H");
    assertThatThrownBy(() -> builder.bankHalfBytes(1000))
        .hasMessage(
            "telemetry: bankHalfBytes=1000, write a positive multiple of 32768 up to 34359738368");
    assertThatThrownBy(() -> builder.shutdownTimeout(Duration.ofSeconds(-1)))
        .hasMessage("telemetry: shutdownTimeout=PT-1S, write zero or more");
    assertThatThrownBy(() -> builder.pollPatience(Duration.ofSeconds(-1)))
        .hasMessage("telemetry: pollPatience=PT-1S, write zero or more");
    assertThatThrownBy(() -> CoreOptions.floating().named(" ")).hasMessage("core: name is blank");
  }

  @Test
  void anExporterThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> builder(Map.of("OTEL_METRICS_EXPORTER", "carrier-pigeon")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "OTEL_METRICS_EXPORTER=carrier-pigeon: no such exporter on the class path; write one of"
                + " [none], or add the artifact that has it (otlp is in numetry-exporter)");
  }

  @Test
  void theEnvironmentIsTakenByTheSpecificationsRules() {
    TelemetryBuilder builder =
        builder(
            Map.of(
                "OTEL_METRICS_EXPORTER", "None",
                "OTEL_METRIC_EXPORT_INTERVAL", "250",
                "OTEL_SERVICE_NAME", "gateway",
                "OTEL_RESOURCE_ATTRIBUTES", "service.name=x,deployment=a%2Cb,zone=%C3%A9"));
    assertThat(builder.interval).isEqualTo(Duration.ofMillis(250));
    assertThat(builder.resource.with(Attributes.empty()).toString())
        .contains("service.name=gateway", "deployment=a,b", "zone=é");
  }

  @Test
  void valuesThatCannotBeReadAreIgnored() {
    TelemetryBuilder builder =
        builder(
            Map.of(
                "OTEL_METRICS_EXPORTER", "none",
                "OTEL_METRIC_EXPORT_INTERVAL", "-5",
                "OTEL_SDK_DISABLED", "yes",
                "OTEL_RESOURCE_ATTRIBUTES", "good=1,bad"));
    assertThat(builder.interval).isEqualTo(Duration.ofSeconds(60));
    assertThat(builder.disabled).isFalse();
    assertThat(builder.resource.containsKey("good")).isFalse();
  }

  @Test
  void disabledTelemetryRecordsIntoNothing() {
    try (Telemetry telemetry = Telemetry.builder().disabled(true).exporter(exporter).start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      ProbeSet set = core.register(ProbeSet.TYPE);
      set.addCount(1);
      core.poll();
      assertThat(telemetry.flush(Duration.ofSeconds(1))).isTrue();
    }
    assertThat(exporter.exports()).isZero();
  }

  @Test
  void anUnsetVariableDoesNotSwitchOnWhatCodeHasSwitchedOff() {
    for (String value : new String[] {"", "false", "no"}) {
      Map<String, String> variables =
          Map.of("OTEL_SDK_DISABLED", value, "OTEL_METRICS_EXPORTER", "not-there");
      assertThat(
              Telemetry.builder()
                  .disabled(true)
                  .environment(new Environment(variables::get))
                  .disabled)
          .isTrue();
    }
  }

  private static TelemetryBuilder builder(Map<String, String> variables) {
    return Telemetry.builder().environment(new Environment(variables::get));
  }
}
