package io.numetry.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.differential.GatewayMetrics.Lane;
import io.numetry.memory.CheckedMode;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Where the two differ, and the specification or the data model sides with Numetry, or leaves the
 * choice: what each of them does. A change on either side is worth to be noticed.
 */
class DeviationsTest {

  /** Both, with one registration. */
  private static final class Pair implements AutoCloseable {
    final Engine engine;
    final Reference reference;
    final GatewayMetricsSet ours;
    final GatewayMeter theirs;

    Pair(TemporalityPreference preference) {
      engine = new Engine(preference);
      reference = Reference.of(preference);
      ours = engine.core().register(GatewayMetricsSet.TYPE);
      theirs = new GatewayMeter(reference.meter(), io.opentelemetry.api.common.Attributes.empty());
    }

    Map<String, Metric> sent() {
      return Normalized.of(engine.collect(), "gateway");
    }

    Map<String, Metric> expected() {
      return Normalized.of(reference.collectAll(), "gateway");
    }

    @Override
    public void close() {
      engine.close();
      reference.close();
    }
  }

  /** Numetry drops what an instrument cannot take; in checked mode it says so. */
  private static void refused(Runnable call) {
    if (CheckedMode.ENABLED) {
      assertThatThrownBy(call::run).isInstanceOf(AssertionError.class);
    } else {
      call.run();
    }
  }

  private static double number(Map<String, Metric> metrics, String name) {
    NumberDataPoint point =
        metrics.get(name).hasSum()
            ? metrics.get(name).getSum().getDataPoints(0)
            : metrics.get(name).getGauge().getDataPoints(0);
    return point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
  }

  /**
   * Data model, "ExponentialHistogram", "All scales: use the logarithm function": an exact power of
   * two should be mapped specially, since the logarithm's rounding may put it one bucket off.
   */
  @Test
  void shouldPutPowersOfTwoIntoTheirBuckets() {
    List<Integer> off = new ArrayList<>();
    try (var pair = new Pair(TemporalityPreference.DELTA)) {
      for (int power = -60; power <= 60; power++) {
        double value = Math.scalb(1.0, power);
        pair.ours.recordTime(Lane.FAST, value);
        pair.theirs.recordTime(Lane.FAST, value);
        ExponentialHistogramDataPoint ours = exponential(pair.sent());
        ExponentialHistogramDataPoint theirs = exponential(pair.expected());
        assertThat(ours.getScale()).isEqualTo(20);
        assertThat(ours.getPositive().getOffset()).isEqualTo((power << 20) - 1);
        assertThat(theirs.getScale()).isEqualTo(20);
        if (theirs.getPositive().getOffset() != ours.getPositive().getOffset()) {
          off.add(power);
          assertThat(theirs.getPositive().getOffset()).isEqualTo(power << 20);
        } else {
          assertThat(ours).isEqualTo(theirs);
        }
      }
    }
    assertThat(off)
        .as("powers that OpenTelemetry puts one bucket too high")
        .containsExactly(-56, -52, -48, -28, -26, -24, -14, -13, -12, -7, -6, -3, 55, 59);
  }

  private static ExponentialHistogramDataPoint exponential(Map<String, Metric> metrics) {
    return metrics.get("gateway.time").getExponentialHistogram().getDataPoints(0);
  }

  /** Data model, "Zero Count and Zero Threshold": a zero is counted apart, whatever its sign. */
  @Test
  void shouldTakeANegativeZeroForAZero() {
    try (var pair = new Pair(TemporalityPreference.CUMULATIVE)) {
      pair.ours.recordTime(Lane.FAST, -0.0);
      assertThat(exponential(pair.sent()).getZeroCount()).isEqualTo(1);
      assertThatThrownBy(() -> pair.theirs.recordTime(Lane.FAST, -0.0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("recording of zero");
    }
  }

  /**
   * Data model, "ExponentialHistogram", "Producer expectations": infinities and NaN should not come
   * into sum, minimum and maximum. One infinity and a sum says nothing for ever.
   */
  @Test
  void shouldKeepInfinitiesOutOfSums() {
    try (var pair = new Pair(TemporalityPreference.CUMULATIVE)) {
      double infinity = Double.POSITIVE_INFINITY;
      for (GatewayMetrics each : List.of(pair.ours, pair.theirs)) {
        each.addBusy(Lane.FAST, 1);
        each.addWeight(Lane.FAST, 1);
        each.setHeat(Lane.FAST, 1);
        each.recordWait(Lane.FAST, 1);
      }
      refused(() -> pair.ours.addBusy(Lane.FAST, infinity));
      refused(() -> pair.ours.addWeight(Lane.FAST, infinity));
      refused(() -> pair.ours.setHeat(Lane.FAST, infinity));
      refused(() -> pair.ours.recordWait(Lane.FAST, infinity));
      pair.theirs.addBusy(Lane.FAST, infinity);
      pair.theirs.addWeight(Lane.FAST, infinity);
      pair.theirs.setHeat(Lane.FAST, infinity);
      pair.theirs.recordWait(Lane.FAST, infinity);
      Map<String, Metric> sent = pair.sent();
      Map<String, Metric> expected = pair.expected();
      for (String name : List.of("gateway.busy", "gateway.weight", "gateway.heat")) {
        assertThat(number(sent, name)).as(name).isEqualTo(1);
        assertThat(number(expected, name)).as(name).isInfinite();
      }
      HistogramDataPoint ours = sent.get("gateway.wait").getHistogram().getDataPoints(0);
      assertThat(ours.getSum()).isEqualTo(1);
      assertThat(ours.getMax()).isEqualTo(1);
      HistogramDataPoint theirs = expected.get("gateway.wait").getHistogram().getDataPoints(0);
      assertThat(theirs.getSum()).isInfinite();
      assertThat(theirs.getMax()).isInfinite();
    }
  }

  /** The same section, and the protocol: a point of no values is nothing to tell of. */
  @Test
  void shouldNotSendAnExponentialPointOfNothing() {
    try (var pair = new Pair(TemporalityPreference.CUMULATIVE)) {
      refused(() -> pair.ours.recordTime(Lane.FAST, Double.POSITIVE_INFINITY));
      pair.theirs.recordTime(Lane.FAST, Double.POSITIVE_INFINITY);
      assertThat(pair.sent()).doesNotContainKey("gateway.time");
      assertThat(exponential(pair.expected()).getCount()).isZero();
    }
  }

  /** Data model, "Sums": a monotonic sum does not fall; NaN must not take away what was there. */
  @Test
  void shouldKeepObservedCountersAboveZero() {
    try (var pair = new Pair(TemporalityPreference.CUMULATIVE)) {
      for (GatewayMetrics each : List.of(pair.ours, pair.theirs)) {
        each.observeCpu(Lane.FAST, 5);
        each.observeCredit(Lane.FAST, 5);
      }
      refused(() -> pair.ours.observeCpu(Lane.FAST, -1));
      refused(() -> pair.ours.observeCredit(Lane.FAST, Double.NaN));
      pair.theirs.observeCpu(Lane.FAST, -1);
      pair.theirs.observeCredit(Lane.FAST, Double.NaN);
      Map<String, Metric> sent = pair.sent();
      Map<String, Metric> expected = pair.expected();
      assertThat(number(sent, "gateway.cpu")).isEqualTo(5);
      assertThat(number(sent, "gateway.credit")).isEqualTo(5);
      assertThat(expected.get("gateway.cpu").getSum().getIsMonotonic()).isTrue();
      assertThat(number(expected, "gateway.cpu")).isEqualTo(-1);
      assertThat(expected).doesNotContainKey("gateway.credit");
    }
  }

  /**
   * Data model, "Sums" and "Resets and Gaps": a monotonic delta is not negative, and a cumulative
   * one falls only with a new start. A sum whose keeper begins again goes on with Numetry.
   */
  @Test
  void shouldGoOnWhenAnObservedCounterBeginsAgain() {
    for (TemporalityPreference preference :
        List.of(TemporalityPreference.CUMULATIVE, TemporalityPreference.DELTA)) {
      try (var pair = new Pair(preference)) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (long total : new long[] {100, 130, 7}) {
          pair.ours.observeRead(Lane.FAST, total);
          pair.theirs.observeRead(Lane.FAST, total);
          ours.add(number(pair.sent(), "gateway.read"));
          theirs.add(number(pair.expected(), "gateway.read"));
        }
        if (preference == TemporalityPreference.DELTA) {
          assertThat(ours).containsExactly(100.0, 30.0, 7.0);
          assertThat(theirs).containsExactly(100.0, 30.0, -123.0);
        } else {
          assertThat(ours).containsExactly(100.0, 130.0, 137.0);
          assertThat(theirs).containsExactly(100.0, 130.0, 7.0);
        }
      }
    }
  }

  /**
   * Data model, "Histogram": negative values are allowed, and the sum then is left out, for it is
   * taken for monotonic. OpenTelemetry's API takes none and drops them.
   */
  @Test
  void shouldTakeNegativeValuesIntoExplicitBuckets() {
    try (var pair = new Pair(TemporalityPreference.CUMULATIVE)) {
      pair.ours.recordWait(Lane.FAST, -1);
      pair.theirs.recordWait(Lane.FAST, -1);
      HistogramDataPoint ours = pair.sent().get("gateway.wait").getHistogram().getDataPoints(0);
      assertThat(ours.getBucketCounts(0)).isEqualTo(1);
      assertThat(ours.hasSum()).isFalse();
      assertThat(ours.getMin()).isEqualTo(-1);
      assertThat(pair.expected()).doesNotContainKey("gateway.wait");
    }
  }

  /**
   * Data model, "Data Point Flags": that a series has ended is said by a point without a value.
   * OpenTelemetry's goes on with its last value for ever, or just is not there any longer.
   */
  @Test
  void shouldSayThatASeriesHasEnded() {
    try (var pair = new Pair(TemporalityPreference.CUMULATIVE)) {
      for (GatewayMetrics each : List.of(pair.ours, pair.theirs)) {
        each.addFrames(Lane.FAST, 3);
        each.setDepth(Lane.FAST, 4);
      }
      pair.sent();
      pair.ours.close();
      assertThat(number(pair.sent(), "gateway.frames")).as("the last values").isEqualTo(3);
      Map<String, Metric> ended = pair.sent();
      int noValue = DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE;
      NumberDataPoint frames = ended.get("gateway.frames").getSum().getDataPoints(0);
      assertThat(frames.getFlags()).isEqualTo(noValue);
      assertThat(frames.hasAsInt()).isFalse();
      assertThat(ended.get("gateway.depth").getGauge().getDataPoints(0).getFlags())
          .isEqualTo(noValue);
      assertThat(pair.sent()).as("said once").isEmpty();
      assertThat(number(pair.expected(), "gateway.frames")).isEqualTo(3);
    }
  }

  /**
   * SDK, "Asynchronous instruments": a series that was not observed in a collection is not
   * exported. With Numetry an observation stands until the next one, or the registration's end.
   */
  @Test
  void shouldKeepWhatWasObservedBefore() {
    try (var pair = new Pair(TemporalityPreference.CUMULATIVE)) {
      pair.ours.observePool(Lane.FAST, 70);
      pair.ours.observeRead(Lane.FAST, 5);
      pair.sent();
      assertThat(number(pair.sent(), "gateway.pool")).isEqualTo(70);
      assertThat(number(pair.sent(), "gateway.read")).isEqualTo(5);
    }
  }

  /**
   * A set that is closed and registered again tells what it observes now, and nothing of before.
   */
  @Test
  void shouldForgetWhatAFormerRegistrationObserved() {
    try (var engine = new Engine(TemporalityPreference.CUMULATIVE)) {
      Attributes entity = Attributes.of("host", "h1");
      GatewayMetricsSet former = engine.core().register(GatewayMetricsSet.TYPE, entity);
      former.observePool(Lane.FAST, 100);
      former.observeCredit(Lane.FAST, 100.5);
      former.observeRead(Lane.FAST, 100);
      engine.collect();
      former.close();
      assertThat(number(Normalized.of(engine.collect(), "gateway"), "gateway.pool")).isEqualTo(100);
      GatewayMetricsSet later = engine.core().register(GatewayMetricsSet.TYPE, entity);
      later.observePool(Lane.FAST, 50);
      later.observeCredit(Lane.FAST, 50.5);
      later.observeRead(Lane.FAST, 50);
      Map<String, Metric> sent = Normalized.of(engine.collect(), "gateway");
      assertThat(number(sent, "gateway.pool")).isEqualTo(50);
      assertThat(number(sent, "gateway.credit")).isEqualTo(50.5);
      assertThat(number(sent, "gateway.read")).as("what only grows has happened").isEqualTo(150);
    }
  }
}
