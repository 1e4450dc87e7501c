package io.numetry.exporter.otlp;

import static io.numetry.exporter.testkit.TestMetrics.instrument;
import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.schema.Dimension;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points of instruments with dimensions, and metrics with former names. */
class CombinationsTest extends EncoderCase {
  private static final int OUTCOMES = 3;
  private static final int SIDES = 2;

  private static MetricSetDescriptor.Builder outcome(MetricSetDescriptor.Builder set) {
    return set.dimension("outcome", "ok", "failed", "größer als erwartet");
  }

  private static void recordAll(TestMetrics.TestSet set, int series, int combination, int value) {
    for (InstrumentKind kind : InstrumentKind.values()) {
      set.record(instrument(kind, ValueType.LONG), series, combination, (long) value, 1);
      set.record(instrument(kind, ValueType.DOUBLE), series, combination, 0.5 * value, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldEncodeEveryKindWithOneDimension(boolean delta) {
    TestMetrics metrics = metrics(delta ? TestMetrics.delta() : TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every", (all, metric) -> outcome(all)));
    var encoding = new Encoding();
    int first = set.series(Attributes.of("cpu", "1"), TestMetrics.START + 3);
    int second = set.series(Attributes.empty());
    int third = set.series(Attributes.of("cpu", "2", "z", "3"));
    for (int combination = 0; combination < OUTCOMES; combination++) {
      recordAll(set, first, combination, 1 + combination);
    }
    recordAll(set, second, 2, 300);
    recordAll(set, third, 1, 400);
    assertEncodes(encoding, metrics);
    metrics.nextInterval();
    recordAll(set, second, 0, 5);
    assertEncodes(encoding, metrics);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldEncodeEveryKindWithTwoDimensions(boolean delta) {
    TestMetrics metrics = metrics(delta ? TestMetrics.delta() : TestMetrics.cumulative());
    // The second key sorts before the first: an attribute's place on the wire is by its key.
    var set =
        metrics.add(
            TestMetrics.everyKind(
                "every", (all, metric) -> outcome(all).dimension("direction", "in", "out")));
    var encoding = new Encoding();
    for (int i = 0; i < 100; i++) {
      int series = set.series(Attributes.of("name", "series " + i));
      for (int combination = i % 5; combination < OUTCOMES * SIDES; combination += 1 + i % 3) {
        recordAll(set, series, combination, i);
      }
    }
    assertEncodes(encoding, metrics);
  }

  @Test
  void shouldEncodeADimensionOfOneValue() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set =
        metrics.add(TestMetrics.everyKind("every", (all, metric) -> all.dimension("k", "only")));
    recordAll(set, set.series(Attributes.of("name", "one")), 0, 1);
    recordAll(set, set.series(Attributes.of("name", "two")), 0, 2);
    assertEncodes(new Encoding(), metrics);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldLeaveOutADimensionThatIsAbsent(boolean delta) {
    TestMetrics metrics = metrics(delta ? TestMetrics.delta() : TestMetrics.cumulative());
    var set =
        metrics.add(
            TestMetrics.everyKind(
                "every",
                (all, metric) ->
                    all.dimension("error.type", Dimension.ABSENT, "timeout", "rejected")
                        .dimension("direction", "in", Dimension.ABSENT)));
    var encoding = new Encoding();
    int series = set.series(Attributes.of("name", "one"));
    for (int combination = 0; combination < 3 * SIDES; combination++) {
      recordAll(set, series, combination, 1 + combination);
    }
    assertEncodes(encoding, metrics);
    var points =
        encoding
            .encode(metrics)
            .getFirst()
            .getResourceMetrics(0)
            .getScopeMetrics(0)
            .getMetrics(0)
            .getSum()
            .getDataPointsList();
    assertThat(points)
        .extracting(
            point ->
                point.getAttributesList().stream()
                    .map(each -> each.getKey() + "=" + each.getValue().getStringValue())
                    .toList())
        .containsExactlyInAnyOrder(
            List.of("name=one", "direction=in"),
            List.of("name=one"),
            List.of("name=one", "direction=in", "error.type=timeout"),
            List.of("name=one", "error.type=timeout"),
            List.of("name=one", "direction=in", "error.type=rejected"),
            List.of("name=one", "error.type=rejected"));
  }

  @Test
  void shouldSendEachMetricUnderItsFormerNamesToo() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set =
        metrics.add(
            TestMetrics.everyKind(
                "every",
                (all, metric) -> outcome(all).formerNames("was." + metric, "before." + metric)));
    for (int i = 0; i < 3; i++) {
      recordAll(set, set.series(Attributes.of("name", "series " + i)), i, i);
    }
    var encoding = new Encoding();
    assertEncodes(encoding, metrics);
    var names =
        encoding
            .encode(metrics)
            .getFirst()
            .getResourceMetrics(0)
            .getScopeMetrics(0)
            .getMetricsList()
            .stream()
            .map(metric -> metric.getName())
            .toList();
    assertThat(names)
        .startsWith(
            "every.counter.LONG",
            "was.every.counter.LONG",
            "before.every.counter.LONG",
            "every.counter.DOUBLE");
  }

  @Test
  void shouldKeepTemplatesOfManyCombinations() {
    TestMetrics metrics = metrics(TestMetrics.delta());
    String[] values = new String[50];
    for (int i = 0; i < values.length; i++) {
      values[i] = "value ".repeat(20) + i;
    }
    var set =
        metrics.add(
            MetricSetDescriptor.builder("many", "")
                .instrument(InstrumentKind.COUNTER, ValueType.LONG, "many.count", "1", "Many.")
                .dimension("first", values)
                .dimension("second", values)
                .build());
    for (int i = 0; i < 3; i++) {
      int series = set.series(Attributes.of("name", "series " + i));
      for (int combination = 0; combination < values.length * values.length; combination += 7) {
        set.record(0, series, combination, (long) combination, 1);
      }
    }
    assertEncodes(new Encoding(), metrics);
  }

  @Test
  void shouldSplitCombinationsAndFormerNamesAtEveryLimit() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set =
        metrics.add(
            outcome(
                    outcome(
                            MetricSetDescriptor.builder("split", "Split.")
                                .instrument(
                                    InstrumentKind.COUNTER,
                                    ValueType.LONG,
                                    "split.count",
                                    "1",
                                    "Counted."))
                        .formerNames("split.former")
                        .instrument(
                            InstrumentKind.EXPONENTIAL_HISTOGRAM,
                            ValueType.DOUBLE,
                            "split.size",
                            "By",
                            "Sizes."))
                .layout(new ExponentialLayout(20, 20, true))
                .build());
    for (int i = 0; i < 2; i++) {
      int series = set.series(Attributes.of("name", "s".repeat(1 + 60 * i)));
      for (int combination = 0; combination < OUTCOMES; combination++) {
        set.record(0, series, combination, (long) i, 1);
        for (int k = 0; k < 40 * combination; k++) {
          set.record(1, series, combination, k - 20.0, 1L << (k % 40));
        }
      }
    }
    assertSplitsAtEveryLimit(metrics);
  }
}
