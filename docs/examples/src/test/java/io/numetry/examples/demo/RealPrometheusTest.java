package io.numetry.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.examples.realworld.Collector;
import io.numetry.examples.realworld.Eventually;
import io.numetry.examples.realworld.Prometheus;
import io.numetry.examples.realworld.PrometheusNames;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.numa.NumaSystem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus answers, behind a Collector or without one, is what was recorded. */
class RealPrometheusTest {
  private static final PrometheusNames NAMES =
      new PrometheusNames(
          Map.of(
              "gateway.receiver.frame_size", "_bytes",
              "gateway.receiver.work_time", "_seconds",
              "gateway.receiver.line_time", "_seconds",
              "gateway.sender.latency", "_seconds",
              "gateway.sender.transit", "_seconds",
              "gateway.loop.idle_duration", "_seconds",
              "gateway.loop.idle_time", "_seconds"));

  /** Of the level, the resource and the scope. */
  private static final List<String> OTHER_LABELS =
      List.of(
          "numa_node_id",
          "cpu_logical_number",
          "job",
          "instance",
          "service_name",
          "otel_scope_name",
          "otel_scope_version");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"core", "node", "process"})
  void answersWithWhatWasRecorded(String level) throws Exception {
    try (var prometheus = Prometheus.start(folder);
        var collector = Collector.startFor(prometheus, folder)) {
      Recorded recorded = record(level, collector.endpoint());
      expect(recorded, prometheus);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "node", "process"})
  void takesWhatWasRecordedWithoutACollector(String level) throws Exception {
    try (var prometheus = Prometheus.start(folder)) {
      Recorded recorded = record(level, prometheus.endpoint());
      expect(recorded, prometheus);
    }
  }

  private static Recorded record(String level, String endpoint) throws Exception {
    var options =
        DemoOptions.parse(
            List.of("--seconds", "3", "--interval", "200", "--level", level),
            NumaSystem.system().topology().allowedCpus());
    return new GatewayRun(options).run(endpoint, seconds -> {});
  }

  private static void expect(Recorded recorded, Prometheus prometheus) throws Exception {
    SortedMap<SeriesId, BigDecimal> expected = NAMES.samples(recorded.readings());
    assertThat(expected).hasSizeGreaterThan(recorded.readings().size());
    if (!Eventually.holds(() -> received(prometheus).equals(expected))) {
      assertThat(received(prometheus)).isEqualTo(expected);
    }
  }

  /**
   * Summed over cores and nodes. What has ended with the gateway is stale, and has no last sample
   * but in a range.
   */
  private static SortedMap<SeriesId, BigDecimal> received(Prometheus prometheus) throws Exception {
    var sums = new TreeMap<SeriesId, BigDecimal>();
    prometheus
        .query("last_over_time({__name__=~\"gateway_.+\"}[10m])")
        .forEach(
            (id, value) ->
                sums.merge(
                    id.without(OTHER_LABELS),
                    value,
                    (one, other) -> one.add(other).stripTrailingZeros()));
    return sums;
  }
}
