package io.numetry.exporter.otlp;

import static io.numetry.exporter.testkit.TestMetrics.instrument;
import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A series that has ended is told of once more, by points without a value. */
class EndedSeriesTest extends EncoderCase {

  private static void recordAll(TestMetrics.TestSet set, int series) {
    for (InstrumentKind kind : InstrumentKind.values()) {
      for (int combination = 0; combination < 2; combination++) {
        set.record(instrument(kind, ValueType.LONG), series, combination, 7L, 1);
        set.record(instrument(kind, ValueType.DOUBLE), series, combination, -0.5, 1);
      }
    }
  }

  private static TestMetrics.TestSet every(TestMetrics metrics) {
    return metrics.add(
        TestMetrics.everyKind("every", (all, metric) -> all.dimension("color", "red", "blue")));
  }

  @Test
  void shouldTellOfTheEndOfCumulativeSeriesOnce() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = every(metrics);
    int lasting = set.series(Attributes.of("name", "lasting"));
    int ended = set.series(Attributes.of("name", "ended"), TestMetrics.START + 5);
    recordAll(set, lasting);
    recordAll(set, ended);
    var encoding = new Encoding();
    set.end(ended);
    assertEncodes(encoding, metrics);
    metrics.nextInterval();
    assertThat(set.seriesAt(ended).isStale()).isTrue();
    assertEncodes(encoding, metrics);
    List<NumberDataPoint> points =
        encoding
            .encode(metrics)
            .getFirst()
            .getResourceMetrics(0)
            .getScopeMetrics(0)
            .getMetrics(0)
            .getSum()
            .getDataPointsList();
    assertThat(points).extracting(NumberDataPoint::getFlags).containsExactly(1, 1, 0, 0);
    assertThat(points.getFirst().getValueCase()).isEqualTo(NumberDataPoint.ValueCase.VALUE_NOT_SET);
    metrics.nextInterval();
    assertEncodes(encoding, metrics);
    int next = set.series(Attributes.of("name", "next"));
    assertThat(next).isEqualTo(ended);
    recordAll(set, next);
    assertEncodes(encoding, metrics);
  }

  @Test
  void shouldTellOfTheEndOnlyOfWhatIsNotADelta() {
    TestMetrics metrics = metrics(TestMetrics.delta());
    var set = every(metrics);
    int lasting = set.series(Attributes.of("name", "lasting"));
    int ended = set.series(Attributes.of("name", "ended"));
    recordAll(set, ended);
    var encoding = new Encoding();
    set.end(ended);
    assertEncodes(encoding, metrics);
    metrics.nextInterval();
    recordAll(set, lasting);
    assertEncodes(encoding, metrics);
    metrics.nextInterval();
    recordAll(set, lasting);
    assertEncodes(encoding, metrics);
  }

  @Test
  void shouldSplitAtEveryLimit() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = every(metrics);
    int ended = set.series(Attributes.of("name", "ended"));
    recordAll(set, ended);
    set.record(
        instrument(InstrumentKind.GAUGE, ValueType.LONG),
        set.series(Attributes.of("name", "lasting")),
        1L);
    set.end(ended);
    metrics.nextInterval();
    assertSplitsAtEveryLimit(metrics);
  }
}
