package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.testkit.Oracle;
import io.numetry.schema.InstrumentKind;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one exporter is to be told at its next export. */
final class WindowModel {
  private final TemporalityPreference preference;
  private final boolean formerNames;
  private final Map<SeriesModel, SeriesView> views = new LinkedHashMap<>();
  private long pointsChecked;
  private long stalePoints;
  private long lastTime;

  WindowModel(TemporalityPreference preference, boolean formerNames) {
    this.preference = preference;
    this.formerNames = formerNames;
  }

  SeriesView view(SeriesModel series) {
    return views.computeIfAbsent(series, each -> new SeriesView(each, preference::temporality));
  }

  void forget(SeriesModel series) {
    views.remove(series);
  }

  void intervalEnded() {
    views
        .values()
        .forEach(view -> view.points.forEach(all -> all.forEach(PointModel::intervalEnded)));
  }

  long pointsChecked() {
    return pointsChecked;
  }

  long stalePoints() {
    return stalePoints;
  }

  /** Compares the values of an export with what they are to be. */
  void checkValues(WirePoints sent) {
    Map<WirePoint.Key, WirePoint> left = new HashMap<>(sent.all());
    left.keySet().removeIf(key -> key.scope().startsWith("numetry."));
    for (SeriesView view : views.values()) {
      for (int i = 0; i < view.points.size(); i++) {
        InstrumentSpec instrument = view.series.set.spec().instruments().get(i);
        for (int c = 0; c < instrument.combinations(); c++) {
          PointModel point = view.points.get(i).get(c);
          for (String name : names(instrument)) {
            var key =
                new WirePoint.Key(
                    view.series.set.spec().name(), name, attributes(view, instrument, c));
            WirePoint found = left.remove(key);
            try {
              check(view, i, point, found);
            } catch (AssertionError e) {
              throw new AssertionError(
                  preference
                      + " "
                      + key
                      + " stage="
                      + view.stage
                      + " of "
                      + instrument.source()
                      + " sent "
                      + (found == null ? "nothing" : found.point()),
                  e);
            }
          }
        }
      }
    }
    assertThat(left).as("points that nobody expects, %s", preference).isEmpty();
  }

  private void check(SeriesView view, int i, PointModel point, @Nullable WirePoint sent) {
    if (!point.isPresent()) {
      assertThat(sent).isNull();
      return;
    }
    assertThat(sent).as("is sent").isNotNull();
    InstrumentSpec instrument = view.series.set.spec().instruments().get(i);
    checkMetric(instrument, view.isDelta(i), sent.metric());
    if (instrument.kind() == InstrumentKind.GAUGE) {
      assertThat(sent.start()).as("start of a gauge").isZero();
    } else if (!view.isDelta(i)) {
      if (view.start == 0) {
        view.start = sent.start();
      }
      assertThat(sent.start()).as("start of the series").isEqualTo(view.start);
    }
    if (view.isStale(i)) {
      assertThat(sent.flags())
          .as("flags")
          .isEqualTo(DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE);
      stalePoints++;
    } else {
      assertThat(sent.flags()).as("flags").isZero();
      point.check(sent);
    }
    pointsChecked++;
  }

  private void checkMetric(InstrumentSpec instrument, boolean delta, Metric metric) {
    assertThat(metric.getUnit()).isEqualTo(instrument.unit());
    assertThat(metric.getDescription()).isEqualTo(instrument.brief());
    AggregationTemporality temporality =
        delta
            ? AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA
            : AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
    switch (instrument.kind()) {
      case COUNTER, OBSERVE_COUNTER, UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER -> {
        assertThat(metric.getSum().getAggregationTemporality()).isEqualTo(temporality);
        assertThat(metric.getSum().getIsMonotonic())
            .isEqualTo(
                instrument.kind() == InstrumentKind.COUNTER
                    || instrument.kind() == InstrumentKind.OBSERVE_COUNTER);
      }
      case GAUGE -> assertThat(metric.hasGauge()).isTrue();
      case MMSC, EXPLICIT_HISTOGRAM ->
          assertThat(metric.getHistogram().getAggregationTemporality()).isEqualTo(temporality);
      case EXPONENTIAL_HISTOGRAM ->
          assertThat(metric.getExponentialHistogram().getAggregationTemporality())
              .isEqualTo(temporality);
    }
  }

  /** All points have one time; all of deltas have the export's before for their start. */
  void checkTimes(WirePoints sent) {
    if (sent.all().isEmpty()) {
      return; // nothing has happened at all
    }
    long time = 0;
    long deltaStart = lastTime;
    for (WirePoint point : sent.all().values()) {
      time = time == 0 ? point.time() : time;
      assertThat(point.time()).as("time of all").isEqualTo(time);
      assertThat(point.start()).as("start").isLessThanOrEqualTo(time);
      if (isDelta(point.metric())) {
        deltaStart = deltaStart == 0 ? point.start() : deltaStart;
        assertThat(point.start()).as("start of deltas").isEqualTo(deltaStart);
        assertThat(point.start()).as("start of deltas").isLessThan(time);
      }
    }
    assertThat(time).as("time after the export before").isGreaterThan(lastTime);
    lastTime = time;
  }

  private static boolean isDelta(Metric metric) {
    AggregationTemporality delta = AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
    return metric.getSum().getAggregationTemporality() == delta
        || metric.getHistogram().getAggregationTemporality() == delta
        || metric.getExponentialHistogram().getAggregationTemporality() == delta;
  }

  private List<String> names(InstrumentSpec instrument) {
    List<String> names = new ArrayList<>(List.of(instrument.metric()));
    if (formerNames) {
      names.addAll(instrument.formerNames());
    }
    return names;
  }

  private static Map<String, AnyValue> attributes(
      SeriesView view, InstrumentSpec instrument, int combination) {
    Attributes.Builder dimensions = Attributes.builder();
    int[] ordinals = instrument.ordinals(combination);
    for (int i = 0; i < ordinals.length; i++) {
      DimensionSpec dimension = instrument.dimensions().get(i);
      String value = dimension.type().values().get(ordinals[i]);
      if (!value.isEmpty()) {
        dimensions.put(dimension.key(), value);
      }
    }
    Map<String, AnyValue> all = new HashMap<>();
    for (KeyValue each : Oracle.attributes(view.series.attributes.with(dimensions.build()))) {
      all.put(each.getKey(), each.getValue());
    }
    return all;
  }
}
