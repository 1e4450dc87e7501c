package io.numetry.examples.realworld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.attribute.Outcome;
import io.numetry.attribute.Signal;
import io.numetry.config.Environment;
import io.numetry.core.TelemetryCore;
import io.numetry.examples.reconcile.SeriesId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask Prometheus for: quantiles, buckets, labels, and what is there no longer. */
class PrometheusQueriesTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int VALUES = 20_000;

  /** Latencies from a millisecond to some ten seconds. */
  private static final double SPREAD = Math.log(10_000);

  @TempDir Path folder;
  private Prometheus prometheus;

  @BeforeEach
  void start() throws Exception {
    prometheus = Prometheus.start(folder);
  }

  @AfterEach
  void close() {
    if (prometheus != null) {
      prometheus.close();
    }
  }

  private Telemetry telemetry(String temporality) {
    Map<String, String> variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
            prometheus.metricsEndpoint(),
            "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
            temporality);
    return Telemetry.builder()
        .environment(new Environment(variables::get))
        .interval(Duration.ofHours(1)) // collections come from flushing alone
        .start();
  }

  private static double[] latencies() {
    var random = new SplittableRandom(20_260_101);
    return random.doubles(VALUES).map(part -> 0.001 * Math.exp(part * SPREAD)).toArray();
  }

  private static void flush(Telemetry telemetry, TelemetryCore core) {
    core.idle();
    assertThat(telemetry.flush(LONG)).isTrue();
    core.resume();
  }

  @Test
  void quantilesOfAnExponentialHistogramAreThoseOfTheValuesWithinItsBase() throws Exception {
    double[] latencies = latencies();
    try (Telemetry telemetry = telemetry("cumulative");
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      EveryMetricsSet every = core.register(EveryMetricsSet.TYPE);
      for (int i = 0; i < latencies.length; i++) {
        every.recordLatency(Outcome.SUCCESS, Signal.TRACES, latencies[i]);
        every.recordLatency(Outcome.FAILURE, Signal.LOGS, 3);
        if (i == latencies.length / 2) {
          flush(telemetry, core);
        }
      }
      flush(telemetry, core);
      String series = "every_latency_seconds{outcome=\"success\",signal=\"traces\"}";
      NativeHistogram histogram = prometheus.histogram(series);
      assertThat(histogram.count()).isEqualTo(latencies.length);
      double inBuckets =
          histogram.buckets().stream().mapToDouble(NativeHistogram.Bucket::count).sum();
      assertThat(inBuckets).isEqualTo(latencies.length);
      // 160 buckets hold 13 to 14 powers of two at 8 buckets a power: scale 3.
      assertThat(histogram.base()).isCloseTo(Math.pow(2, 1.0 / 8), within(1e-12));
      Arrays.sort(latencies);
      for (double quantile : new double[] {0.001, 0.25, 0.5, 0.9, 0.99, 0.999}) {
        double exact = latencies[(int) Math.ceil(quantile * latencies.length) - 1];
        double answer =
            only(prometheus.query("histogram_quantile(" + quantile + ", " + series + ")"));
        assertThat(answer / exact)
            .as("quantile %s, exact %s", quantile, exact)
            .isBetween(1 / histogram.base(), histogram.base());
      }
    }
  }

  @Test
  void bucketsWithBoundariesAreAskedByLe() throws Exception {
    try (Telemetry telemetry = telemetry("cumulative");
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      EveryMetricsSet every = core.register(EveryMetricsSet.TYPE);
      recordAll(every);
      flush(telemetry, core);
      String wait = "every_wait_seconds_bucket{outcome=\"success\",le=\"%s\"}";
      assertThat(only(prometheus.query(wait.formatted("0.01")))).isEqualTo(1);
      assertThat(only(prometheus.query(wait.formatted("0.1")))).isEqualTo(3);
      assertThat(only(prometheus.query(wait.formatted("1")))).isEqualTo(3);
      assertThat(only(prometheus.query(wait.formatted("+Inf")))).isEqualTo(4);
      assertThat(only(prometheus.query("every_wait_seconds_sum"))).isEqualTo(2.25);
      assertThat(only(prometheus.query("sum by (signal) (every_requests_total)"))).isEqualTo(7);
      assertThat(only(prometheus.query("every_read_bytes_total"))).isEqualTo(4096);
    }
  }

  @Test
  void aSeriesThatEndedIsNoLongerThere() throws Exception {
    try (Telemetry telemetry = telemetry("cumulative");
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      EveryMetricsSet every = core.register(EveryMetricsSet.TYPE);
      recordAll(every);
      flush(telemetry, core);
      assertThat(prometheus.query("{__name__=~\"every_.+\"}")).hasSizeGreaterThan(12);
      every.close();
      flush(telemetry, core); // its last values
      flush(telemetry, core); // that it has ended
      assertThat(prometheus.query("{__name__=~\"every_.+\"}")).isEmpty();
      assertThat(prometheus.query("last_over_time({__name__=~\"every_.+\"}[10m])"))
          .hasSizeGreaterThan(12);
    }
  }

  @Test
  void whatWasLastSentStandsWhenTelemetryIsClosed() throws Exception {
    try (Telemetry telemetry = telemetry("cumulative");
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      recordAll(core.register(EveryMetricsSet.TYPE));
    }
    assertThat(only(prometheus.query("every_requests_total"))).isEqualTo(7);
    assertThat(only(prometheus.query("every_temperature_celsius"))).isEqualTo(21.5);
    assertThat(prometheus.histogram("every_latency_seconds").sum()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delta", "lowmemory"})
  void deltasAddUpOverTime(String temporality) throws Exception {
    try (Telemetry telemetry = telemetry(temporality);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      EveryMetricsSet every = core.register(EveryMetricsSet.TYPE);
      for (int i = 0; i < 3; i++) {
        recordAll(every);
        flush(telemetry, core);
      }
      assertThat(overTime("every_requests_total")).isEqualTo(21);
      assertThat(overTime("every_batch_sum")).isEqualTo(48);
      assertThat(overTime("every_wait_seconds_bucket{le=\"0.1\"}")).isEqualTo(9);
      assertThat(overTime("every_wait_seconds_bucket{le=\"+Inf\"}")).isEqualTo(12);
      NativeHistogram latency = prometheus.histogram("sum_over_time(every_latency_seconds[10m])");
      assertThat(latency.count()).isEqualTo(3);
      assertThat(latency.sum()).isEqualTo(0.75);
      // Up-down counters tell their value whatever is preferred, and so do gauges.
      assertThat(only(prometheus.query("every_open"))).isEqualTo(6);
      assertThat(only(prometheus.query("every_pool_bytes"))).isEqualTo(0.5);
      assertThat(only(prometheus.query("every_temperature_celsius"))).isEqualTo(21.5);
      // What is observed is a delta only where memory is no concern.
      String read = "every_read_bytes_total";
      assertThat(temporality.equals("delta") ? overTime(read) : only(prometheus.query(read)))
          .isEqualTo(4096);
    }
  }

  private static void recordAll(EveryMetricsSet every) {
    every.addRequests(Outcome.SUCCESS, Signal.LOGS, 7);
    every.addOpen(2);
    every.observeRead(4096);
    every.observePool(0.5);
    every.setTemperature(21.5);
    every.recordBatch(16);
    every.recordLatency(Outcome.REFUSED, Signal.PROFILES, 0.25);
    every.recordWait(Outcome.SUCCESS, 0.01);
    every.recordWait(Outcome.SUCCESS, 0.1);
    every.recordWait(Outcome.SUCCESS, 0.09);
    every.recordWait(Outcome.SUCCESS, 2.05);
  }

  private double overTime(String series) throws Exception {
    return only(prometheus.query("sum_over_time(" + series + "[10m])"));
  }

  private static double only(SortedMap<SeriesId, BigDecimal> samples) {
    assertThat(samples).hasSize(1);
    return samples.values().iterator().next().doubleValue();
  }
}
