package io.numetry.bench.jmh.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialCells;
import io.numetry.schema.ExponentialLayout;
import io.numetry.window.Column;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Through every peer's instrument the same numbers arrive as through Numetry's. */
class SameRecordingsTest {
  private static final int TIMES = 5_000;
  private static final int REQUESTS = 0;
  private static final int DEPTH = 1;
  private static final int LATENCY = 2;
  private static final int DELAY = 3;

  private final RecordedValues values = new RecordedValues();

  @ParameterizedTest
  @EnumSource(AggregationTemporality.class)
  void shouldArriveAtEach(AggregationTemporality temporality) {
    var ours = new NumetryMeters();
    var openTelemetry = new OpenTelemetryMeters(temporality);
    var others = new OtherMeters();
    for (int i = 0; i < TIMES; i++) {
      long nanos = values.nextNanos();
      double millis = values.nextMillis();
      ours.set.addRequests(1);
      ours.set.setDepth(nanos);
      ours.set.recordLatency(nanos);
      ours.set.recordDelay(millis);
      openTelemetry.boundCounter.add(1);
      openTelemetry.boundGauge.set(nanos);
      openTelemetry.boundExponential.record(nanos);
      openTelemetry.boundExplicit.record(millis);
      others.micrometerCounter.increment();
      others.micrometerExponential.record((double) nanos);
      others.micrometerExplicit.record(millis);
      others.prometheusCounter.inc();
      others.prometheusGauge.set((double) nanos);
      others.prometheusNative.observe((double) nanos);
      others.prometheusClassic.observe(millis);
      others.agronaCounter.increment();
    }
    Map<String, MetricData> collected =
        openTelemetry.collect().stream()
            .collect(Collectors.toMap(MetricData::getName, Function.identity()));

    assertThat(ours.drained(REQUESTS).valueBits(0)).isEqualTo(TIMES);
    assertThat(only(collected.get("bench.record.requests").getLongSumData().getPoints()).getValue())
        .isEqualTo(TIMES);
    assertThat(others.micrometerExponential.count()).isEqualTo(TIMES);
    assertThat(others.micrometerExplicit.count()).isEqualTo(TIMES);
    assertThat(others.micrometerCounter.count()).isEqualTo(TIMES);
    assertThat(others.prometheusCounter.get()).isEqualTo(TIMES);
    assertThat(others.agronaCounter.get()).isEqualTo(TIMES);

    long depth = ours.drained(DEPTH).valueBits(0);
    assertThat(only(collected.get("bench.record.depth").getLongGaugeData().getPoints()).getValue())
        .isEqualTo(depth);
    assertThat(others.prometheusGauge.get()).isEqualTo((double) depth);

    shouldHaveSameBuckets(ours.drained(LATENCY), collected.get("bench.record.latency"));
    shouldHaveSameCounts(ours.drained(DELAY), collected.get("bench.record.delay"));
  }

  private static void shouldHaveSameBuckets(Column column, MetricData theirs) {
    long cell = column.cell(0);
    ExponentialHistogramPointData point = only(theirs.getExponentialHistogramData().getPoints());
    assertThat(point.getCount())
        .isEqualTo(TIMES)
        .isEqualTo(ExponentialCells.count(cell, ExponentialLayout.DEFAULT));
    assertThat(point.getSum()).isEqualTo((double) ExponentialCells.sumLong(cell));
    assertThat(point.getScale()).isEqualTo(ExponentialCells.scale(cell, ExponentialLayout.DEFAULT));
    List<Long> counts = new ArrayList<>();
    for (int k = 0; k < ExponentialCells.positiveBuckets(cell); k++) {
      counts.add(ExponentialCells.positiveCount(cell, ExponentialLayout.DEFAULT, k));
    }
    assertThat(point.getPositiveBuckets().getBucketCounts()).isEqualTo(counts);
  }

  private static void shouldHaveSameCounts(Column column, MetricData theirs) {
    long cell = column.cell(0);
    HistogramPointData point = only(theirs.getHistogramData().getPoints());
    assertThat(point.getBoundaries())
        .containsExactly(Arrays.stream(RecordedValues.boundaries()).boxed().toArray(Double[]::new));
    assertThat(point.getCount()).isEqualTo(TIMES);
    assertThat(point.getSum())
        .isCloseTo(ExplicitCells.sumDouble(cell), within(1e-9 * point.getSum()));
    List<Long> counts = new ArrayList<>();
    for (int k = 0; k < point.getCounts().size(); k++) {
      counts.add(ExplicitCells.bucketCount(cell, k));
    }
    assertThat(point.getCounts()).isEqualTo(counts);
  }

  private static <T> T only(Iterable<? extends T> points) {
    assertThat(points).hasSize(1);
    return points.iterator().next();
  }
}
