package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.core.TelemetryCore;
import io.numetry.health.AggregatorHealth;
import io.numetry.health.ExporterHealth;
import io.numetry.health.TelemetryHealth;
import io.numetry.testkit.OwnerThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelemetryHealthTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private static Telemetry telemetry() {
    return Telemetry.builder()
        .interval(Duration.ofHours(1))
        .pollPatience(Duration.ofMillis(20))
        .bankHalfBytes(1 << 20)
        .shutdownTimeout(Duration.ofSeconds(2))
        .start();
  }

  @Test
  void tellsWhichOwnerDoesNotPoll() {
    try (Telemetry telemetry = telemetry();
        var owner = new OwnerThread("owner")) {
      assertThat(telemetry.health()).isEqualTo(new TelemetryHealth(List.of(), List.of()));
      TelemetryCore core =
          owner.call(() -> telemetry.openCore(CoreOptions.floating().named("sleepy")));
      long deadline = System.nanoTime() + LONG.toNanos();
      do {
        assertThat(telemetry.flush(Duration.ofMillis(200))).isFalse();
      } while (telemetry.health().isHealthy() && System.nanoTime() - deadline < 0);
      AggregatorHealth away = telemetry.health().aggregators().getFirst();
      assertThat(away.coresNotPolling()).containsExactly("sleepy");
      assertThat(away.cycles()).isPositive();
      assertThat(away.cores()).isEqualTo(2);
      assertThat(away.lastCycle()).isPresent();
      assertThat(telemetry.health().isHealthy()).isFalse();
      assertThat(telemetry.health().toString())
          .startsWith("not healthy\nnode ")
          .endsWith("not polling [sleepy]");

      owner.run(core::idle);
      assertThat(telemetry.flush(LONG)).isTrue();
      assertThat(telemetry.health().aggregators().getFirst().coresNotPolling()).isEmpty();
      assertThat(telemetry.health().isHealthy()).isTrue();
      owner.run(core::close);
    }
  }

  @Test
  void tellsThatAnAggregatorHasEnded() {
    Telemetry telemetry = telemetry();
    try (telemetry;
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("own"))) {
      core.idle();
      assertThat(telemetry.flush()).isTrue();
      assertThat(telemetry.health().aggregators()).allMatch(AggregatorHealth::running);
    }
    assertThat(telemetry.health().aggregators()).hasSize(1).noneMatch(AggregatorHealth::running);
  }

  @Test
  void writesJson() {
    Instant time = Instant.parse("2026-11-21T10:00:00Z");
    var exporter =
        new ExporterHealth(
            "some \"exporter\"",
            ExporterHealth.State.WAITING,
            Optional.of(time),
            Optional.empty(),
            Optional.of(new ExporterHealth.Failure("HTTP status 503", time)),
            new ExporterHealth.Points(10, 4, 1, Map.of("400", 2L), 2, 1),
            1,
            Optional.of(new ExporterHealth.SpoolHealth(3, 4096, Duration.ofSeconds(5), 0)));
    var aggregator = new AggregatorHealth(0, true, 7, Optional.of(time), 2, List.of("sleepy"));
    assertThat(new TelemetryHealth(List.of(exporter), List.of(aggregator)).toJson())
        .isEqualTo(
            "{\"healthy\":false,\"exporters\":[{\"exporter\":\"some \\\"exporter\\\"\","
                + "\"state\":\"waiting\",\"waiting_since\":\"2026-11-21T10:00:00Z\","
                + "\"last_failure\":{\"cause\":\"HTTP status 503\",\"when\":\"2026-11-21T10:00:00Z\"},"
                + "\"points\":{\"handed_over\":10,\"delivered\":4,\"rejected\":1,"
                + "\"dropped_by_cause\":{\"400\":2},\"spooled\":2,\"in_flight\":1},"
                + "\"queued_frames\":1,\"spool\":{\"frames\":3,\"bytes\":4096,"
                + "\"oldest_age_nanos\":5000000000,\"errors\":0}}],\"aggregators\":[{\"node\":0,\"running\":true,\"cycles\":7,"
                + "\"last_cycle\":\"2026-11-21T10:00:00Z\",\"cores\":2,"
                + "\"cores_not_polling\":[\"sleepy\"]}]}");
  }
}
