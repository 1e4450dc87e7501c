package io.numetry.examples.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.examples.reconcile.ExplicitBuckets;
import io.numetry.examples.reconcile.ExponentialBuckets;
import io.numetry.examples.reconcile.HistogramReading;
import io.numetry.examples.reconcile.MmscReading;
import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricTotalsTest {
  private static final AggregationTemporality DELTA =
      AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  private static final AggregationTemporality CUMULATIVE =
      AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;

  private final MetricTotals totals = new MetricTotals();

  @Test
  void deltasAddUp() {
    totals.add(sum(DELTA, point(1, 5)));
    totals.add(sum(DELTA, point(2, 7)));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), counter(12)));
    assertThat(totals.requests()).isEqualTo(2);
  }

  @Test
  void aDuplicateOfADeltaCountsTwice() {
    totals.add(sum(DELTA, point(1, 5)));
    totals.add(sum(DELTA, point(1, 5)));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), counter(10)));
  }

  @Test
  void aCumulativePointReplacesTheOneBefore() {
    totals.add(sum(CUMULATIVE, point(1, 5)));
    totals.add(sum(CUMULATIVE, point(1, 7)));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), counter(7)));
  }

  @Test
  void aSeriesThatBeginsAnewKeepsItsPast() {
    totals.add(sum(CUMULATIVE, point(1, 5)));
    totals.add(sum(CUMULATIVE, point(9, 2)));
    totals.add(sum(CUMULATIVE, point(9, 3)));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), counter(8)));
  }

  @Test
  void coresAndNodesAreSummed() {
    totals.add(sum(DELTA, attribute(point(1, 5), "cpu.logical_number", "0")));
    totals.add(sum(DELTA, attribute(point(1, 7), "cpu.logical_number", "1")));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), counter(12)));
  }

  @Test
  void otherAttributesMakeASeries() {
    totals.add(sum(DELTA, attribute(point(1, 5), "lane", "0")));
    totals.add(sum(DELTA, attribute(point(1, 7), "lane", "1")));
    assertThat(totals.startingWith(""))
        .isEqualTo(Map.of(id().with("lane", "0"), counter(5), id().with("lane", "1"), counter(7)));
  }

  @Test
  void foldedAttributesDoNot() {
    var folding = new MetricTotals(List.of("session"));
    folding.add(sum(DELTA, attribute(point(1, 5), "session", "0")));
    folding.add(sum(DELTA, attribute(point(1, 7), "session", "1")));
    assertThat(folding.startingWith("")).isEqualTo(Map.of(id(), counter(12)));
  }

  @Test
  void theLastValueOfAGaugeStays() {
    totals.add(gauge(point(0, 5)));
    totals.add(gauge(point(0, 3)));
    assertThat(totals.startingWith(""))
        .isEqualTo(Map.of(id(), NumberReading.of(InstrumentKind.GAUGE, 3)));
  }

  @Test
  void minimumAndMaximumOfDeltasAreThoseOfAll() {
    totals.add(histogram(DELTA, 3, 9, 12, 2));
    totals.add(histogram(DELTA, 1, 4, 5, 2));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), mmsc(1, 9, 17, 4)));
  }

  @Test
  void explicitBucketsAddUp() {
    totals.add(explicit(DELTA, List.of(1L, 0L, 2L)));
    totals.add(explicit(DELTA, List.of(0L, 3L, 0L)));
    assertThat(totals.startingWith(""))
        .isEqualTo(
            Map.of(
                id(),
                new HistogramReading(
                    MmscReading.of(1, 9, 24, 6),
                    new ExplicitBuckets(List.of(2.0, 4.0), List.of(1L, 3L, 2L)))));
  }

  @Test
  void exponentialBucketsAddUpAtTheCoarserScale() {
    totals.add(exponential(DELTA, 1, 3, List.of(4L, 1L))); // indexes 3 and 4 are 1 and 2 below
    totals.add(exponential(DELTA, 0, 1, List.of(2L)));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), powers(0, Map.of(1, 6L, 2, 1L))));
  }

  @Test
  void aCumulativeHistogramReplacesTheOneBeforeWhateverItsScale() {
    totals.add(exponential(CUMULATIVE, 3, 0, List.of(1L, 2L)));
    totals.add(exponential(CUMULATIVE, 2, 0, List.of(5L)));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), powers(2, Map.of(0, 5L))));
  }

  @Test
  void bucketsMustHoldWhatTheCountSays() {
    var wrong = exponentialPoint(0, 0, List.of(2L)).setCount(3);
    ExportMetricsServiceRequest request = exponential(DELTA, wrong);
    assertThatThrownBy(() -> totals.add(request))
        .hasMessage("histogram: count=3, but its buckets hold 2");
  }

  @Test
  void thatASeriesHasEndedIsCountedAndChangesNothing() {
    totals.add(sum(CUMULATIVE, point(1, 5)));
    totals.add(sum(CUMULATIVE, NumberDataPoint.newBuilder().setStartTimeUnixNano(1).setFlags(1)));
    assertThat(totals.startingWith("")).isEqualTo(Map.of(id(), counter(5)));
    assertThat(totals.points()).isEqualTo(2);
    assertThat(totals.ended()).isEqualTo(1);
  }

  @Test
  void aSeriesThatOnlyEndedIsNone() {
    totals.add(gauge(NumberDataPoint.newBuilder().setFlags(1)));
    assertThat(totals.startingWith("")).isEmpty();
  }

  @Test
  void aHistogramWithoutMinimumIsNotOurs() {
    var incomplete = HistogramDataPoint.newBuilder().setCount(1).setSum(1).setMax(1);
    ExportMetricsServiceRequest request =
        request(
            metric()
                .setHistogram(
                    Histogram.newBuilder()
                        .setAggregationTemporality(DELTA)
                        .addDataPoints(incomplete)));
    assertThatThrownBy(() -> totals.add(request))
        .hasMessage("metric a.frames: lacks its minimum, maximum or sum");
  }

  @Test
  void onlyNamesThatBeginAsAskedAreGiven() {
    totals.add(sum(DELTA, point(1, 5)));
    assertThat(totals.startingWith("b.")).isEmpty();
    assertThat(totals.startingWith("a.")).hasSize(1);
  }

  private static SeriesId id() {
    return SeriesId.of("a.frames");
  }

  private static NumberReading counter(long value) {
    return NumberReading.of(InstrumentKind.COUNTER, value);
  }

  private static MmscReading mmsc(long min, long max, long sum, long count) {
    return new MmscReading(
        BigDecimal.valueOf(min), BigDecimal.valueOf(max), BigDecimal.valueOf(sum), count);
  }

  private static NumberDataPoint.Builder point(long start, long value) {
    return NumberDataPoint.newBuilder().setStartTimeUnixNano(start).setAsInt(value);
  }

  private static NumberDataPoint.Builder attribute(
      NumberDataPoint.Builder point, String key, String value) {
    point.addAttributesBuilder().setKey(key).getValueBuilder().setStringValue(value);
    return point;
  }

  private static Metric.Builder metric() {
    return Metric.newBuilder().setName("a.frames");
  }

  private static ExportMetricsServiceRequest sum(
      AggregationTemporality temporality, NumberDataPoint.Builder point) {
    return request(
        metric()
            .setSum(
                Sum.newBuilder()
                    .setIsMonotonic(true)
                    .setAggregationTemporality(temporality)
                    .addDataPoints(point)));
  }

  private static ExportMetricsServiceRequest gauge(NumberDataPoint.Builder point) {
    return request(metric().setGauge(Gauge.newBuilder().addDataPoints(point)));
  }

  private static ExportMetricsServiceRequest histogram(
      AggregationTemporality temporality, double min, double max, double sum, long count) {
    return request(
        metric()
            .setHistogram(
                Histogram.newBuilder()
                    .setAggregationTemporality(temporality)
                    .addDataPoints(
                        HistogramDataPoint.newBuilder()
                            .setMin(min)
                            .setMax(max)
                            .setSum(sum)
                            .setCount(count))));
  }

  private static ExportMetricsServiceRequest explicit(
      AggregationTemporality temporality, List<Long> counts) {
    return request(
        metric()
            .setHistogram(
                Histogram.newBuilder()
                    .setAggregationTemporality(temporality)
                    .addDataPoints(
                        HistogramDataPoint.newBuilder()
                            .setMin(1)
                            .setMax(9)
                            .setSum(12)
                            .setCount(counts.stream().mapToLong(Long::longValue).sum())
                            .addAllExplicitBounds(List.of(2.0, 4.0))
                            .addAllBucketCounts(counts))));
  }

  private static ExportMetricsServiceRequest exponential(
      AggregationTemporality temporality, int scale, int offset, List<Long> counts) {
    return exponential(temporality, exponentialPoint(scale, offset, counts));
  }

  private static ExportMetricsServiceRequest exponential(
      AggregationTemporality temporality, ExponentialHistogramDataPoint.Builder point) {
    return request(
        metric()
            .setExponentialHistogram(
                ExponentialHistogram.newBuilder()
                    .setAggregationTemporality(temporality)
                    .addDataPoints(point)));
  }

  /** As many values of 1 as there are in the buckets: only the buckets are looked at here. */
  private static ExponentialHistogramDataPoint.Builder exponentialPoint(
      int scale, int offset, List<Long> counts) {
    long count = counts.stream().mapToLong(Long::longValue).sum();
    return ExponentialHistogramDataPoint.newBuilder()
        .setScale(scale)
        .setMin(1)
        .setMax(1)
        .setSum((double) count)
        .setCount(count)
        .setPositive(
            ExponentialHistogramDataPoint.Buckets.newBuilder()
                .setOffset(offset)
                .addAllBucketCounts(counts));
  }

  private static HistogramReading powers(int scale, Map<Integer, Long> counts) {
    long count = counts.values().stream().mapToLong(Long::longValue).sum();
    return new HistogramReading(
        MmscReading.of(1, 1, count, count),
        new ExponentialBuckets(scale, 0, new TreeMap<>(counts), new TreeMap<>()));
  }

  private static ExportMetricsServiceRequest request(Metric.Builder metric) {
    var request = ExportMetricsServiceRequest.newBuilder();
    request.addResourceMetricsBuilder().addScopeMetricsBuilder().addMetrics(metric);
    return request.build();
  }
}
