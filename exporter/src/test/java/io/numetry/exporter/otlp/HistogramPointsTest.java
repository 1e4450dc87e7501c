package io.numetry.exporter.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.schema.CellLayout;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points with buckets, of every layout and content. */
class HistogramPointsTest extends EncoderCase {
  private static final int DOUBLES = 0;
  private static final int LONGS = 1;

  private final TestMetrics metrics = metrics(TestMetrics.cumulative());

  private TestMetrics.TestSet set(InstrumentKind kind, CellLayout layout) {
    return metrics.add(
        MetricSetDescriptor.builder("histograms", "")
            .instrument(kind, ValueType.DOUBLE, "of.doubles", "s", "Doubles.")
            .layout(layout)
            .instrument(kind, ValueType.LONG, "of.longs", "By", "Longs.")
            .layout(layout)
            .build());
  }

  private TestMetrics.TestSet exponential(int maxBuckets, int maxScale) {
    return set(
        InstrumentKind.EXPONENTIAL_HISTOGRAM, new ExponentialLayout(maxBuckets, maxScale, true));
  }

  private Metric onlyMetric() {
    var scope = new Encoding().encode(metrics).getFirst().getResourceMetrics(0).getScopeMetrics(0);
    assertThat(scope.getMetricsCount()).isEqualTo(1);
    return scope.getMetrics(0);
  }

  private ExponentialHistogramDataPoint onlyExponential() {
    return onlyMetric().getExponentialHistogram().getDataPoints(0);
  }

  private HistogramDataPoint onlyExplicit() {
    return onlyMetric().getHistogram().getDataPoints(0);
  }

  @ParameterizedTest
  @CsvSource({"160, 20", "160, 0", "3, 20", "3, -10", "20, 4", "8192, 20"})
  void shouldEncodeBothRangesAndTheZeros(int maxBuckets, int maxScale) {
    var set = exponential(maxBuckets, maxScale);
    var encoding = new Encoding();
    int both = set.series(Attributes.of("range", "both"));
    int positive = set.series(Attributes.of("range", "positive"));
    int negative = set.series(Attributes.of("range", "negative"));
    int zeros = set.series(Attributes.of("range", "zeros"));
    for (int k = 1; k < 100; k++) {
      set.record(DOUBLES, both, k % 2 == 0 ? k * 1.1 : -k * 0.011);
      set.record(DOUBLES, positive, k * 0.37);
      set.record(DOUBLES, negative, -k * 1e9);
      set.record(LONGS, both, k % 2 == 0 ? 3L * k : -k);
      set.record(LONGS, positive, 5L * k);
      set.record(LONGS, negative, -7L * k * k);
      assertEncodes(encoding, metrics);
    }
    for (int series : new int[] {both, zeros}) {
      set.record(DOUBLES, series, 0, -0.0, 1000);
      set.record(LONGS, series, 0, 0L, 1000);
    }
    assertEncodes(encoding, metrics);
  }

  @Test
  void shouldEncodeWithoutANegativeRange() {
    var set = set(InstrumentKind.EXPONENTIAL_HISTOGRAM, new ExponentialLayout(160, 20, false));
    int series = set.series(Attributes.empty());
    var encoding = new Encoding();
    for (int k = 0; k < 200; k++) {
      set.record(DOUBLES, series, Math.scalb(1.0, k - 100));
      set.record(LONGS, series, k);
    }
    assertEncodes(encoding, metrics);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 127, 128, 16_383, 16_384, 1L << 35, Long.MAX_VALUE / 3, Long.MAX_VALUE})
  void shouldEncodeHugeCounts(long times) {
    var exponential = exponential(160, 20);
    int series = exponential.series(Attributes.empty());
    exponential.record(DOUBLES, series, 0, 0.0, times);
    exponential.record(DOUBLES, series, 0, 1.0, times);
    exponential.record(DOUBLES, series, 0, -1.5, times);
    exponential.record(LONGS, series, 0, 1L, times);
    var explicit = set(InstrumentKind.EXPLICIT_HISTOGRAM, ExplicitLayout.DEFAULT);
    int other = explicit.series(Attributes.empty());
    explicit.record(DOUBLES, other, 0, 0.0, times);
    explicit.record(DOUBLES, other, 0, 1.0, times);
    explicit.record(LONGS, other, 0, 1L, times);
    assertEncodes(new Encoding(), metrics);
  }

  /** As many buckets as there can be, with counts as long as they can be. */
  @Test
  void shouldHaveRoomForTheLargestPoint() {
    int most = ExponentialLayout.MAX_BUCKETS;
    var set = exponential(most, 20);
    int series = set.series(Attributes.empty());
    double base = Math.pow(2, Math.scalb(1.0, -10));
    for (int k = 0; k < most; k++) {
      double value = Math.scalb(1 + 0.5 * (Math.pow(base, k % 1024 + 0.5) - 1) * 2, k / 1024 - 4);
      set.record(DOUBLES, series, 0, value, Long.MAX_VALUE / most);
      set.record(DOUBLES, series, 0, -value, Long.MAX_VALUE / most);
    }
    ExponentialHistogramDataPoint point = onlyExponential();
    assertThat(point.getPositive().getBucketCountsCount()).isEqualTo(most);
    assertThat(point.getNegative().getBucketCountsCount()).isEqualTo(most);
    assertEncodes(new Encoding(), metrics);
  }

  @Test
  void shouldLeaveTheSumOutOfWhatHasNegatives() {
    var set = exponential(160, 20);
    int series = set.series(Attributes.empty());
    set.record(DOUBLES, series, 2.0);
    assertThat(onlyExponential().hasSum()).isTrue();
    assertThat(onlyExponential().getSum()).isEqualTo(2.0);
    set.record(DOUBLES, series, -1.0);
    ExponentialHistogramDataPoint point = onlyExponential();
    assertThat(point.hasSum()).isFalse();
    assertThat(point.getMin()).isEqualTo(-1.0);
    assertThat(point.getMax()).isEqualTo(2.0);
    assertThat(point.getCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"MMSC", "EXPONENTIAL_HISTOGRAM", "EXPLICIT_HISTOGRAM"})
  void shouldEncodeWhatIsEmpty(InstrumentKind kind) {
    var set = set(kind, kind.defaultLayout());
    int series = set.series(Attributes.of("name", "empty"));
    set.touch(DOUBLES, series);
    set.touch(LONGS, series);
    assertEncodes(new Encoding(), metrics);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 16, 17, 1_000, ExplicitLayout.MAX_BOUNDARIES})
  void shouldEncodeAnyNumberOfBoundaries(int count) {
    double[] boundaries = IntStream.range(0, count).mapToDouble(i -> i * 2.5 - 10).toArray();
    var set = set(InstrumentKind.EXPLICIT_HISTOGRAM, new ExplicitLayout(boundaries));
    for (int i = 0; i < 3; i++) {
      int series = set.series(Attributes.of("name", "series " + i));
      for (int k = -20; k < 100; k += 3) {
        set.record(DOUBLES, series, k * 0.5 * i);
        set.record(LONGS, series, (long) k * i);
      }
    }
    assertEncodes(new Encoding(), metrics);
  }

  @Test
  void shouldPutABoundaryIntoTheBucketBelow() {
    var set = set(InstrumentKind.EXPLICIT_HISTOGRAM, new ExplicitLayout(new double[] {-1, 0, 1}));
    int series = set.series(Attributes.empty());
    for (double value : new double[] {-1, -0.5, 0, 0.5, 1, 1.5}) {
      set.record(DOUBLES, series, value);
    }
    HistogramDataPoint point = onlyExplicit();
    assertThat(point.getBucketCountsList()).containsExactly(1L, 2L, 2L, 1L);
    assertThat(point.getExplicitBoundsList()).containsExactly(-1.0, 0.0, 1.0);
    assertThat(point.hasSum()).isFalse();
    assertThat(point.getMin()).isEqualTo(-1);
    assertThat(point.getMax()).isEqualTo(1.5);
  }

  @Test
  void shouldSplitAtEveryLimit() {
    var exponential = exponential(20, 20);
    var explicit = set(InstrumentKind.EXPLICIT_HISTOGRAM, ExplicitLayout.DEFAULT);
    for (int i = 0; i < 3; i++) {
      int first = exponential.series(Attributes.of("name", "e" + i));
      int second = explicit.series(Attributes.of("name", "x" + i));
      for (int k = 0; k < 20 * i; k++) {
        exponential.record(DOUBLES, first, 0, k - 10.0, 1L << k);
        explicit.record(LONGS, second, 0, k, 1L << k);
      }
      exponential.record(LONGS, first, i);
    }
    assertSplitsAtEveryLimit(metrics);
  }
}
