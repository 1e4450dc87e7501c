package io.numetry.examples.received;

import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the points of a metric. */
final class PointReader {
  private static final int ENDED = DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE;

  private final Metric metric;
  private final List<Point> points = new ArrayList<>();

  private PointReader(Metric metric) {
    this.metric = metric;
  }

  /**
   * All points of a metric.
   *
   * @throws IllegalArgumentException if it has what this receiver does not know
   */
  static List<Point> allOf(Metric metric) {
    var reader = new PointReader(metric);
    reader.read();
    return List.copyOf(reader.points);
  }

  private void read() {
    switch (metric.getDataCase()) {
      case SUM -> {
        boolean isDelta = isDelta(metric.getSum().getAggregationTemporality());
        InstrumentKind kind =
            metric.getSum().getIsMonotonic()
                ? InstrumentKind.COUNTER
                : InstrumentKind.UP_DOWN_COUNTER;
        metric.getSum().getDataPointsList().forEach(point -> number(kind, isDelta, point));
      }
      case GAUGE ->
          metric
              .getGauge()
              .getDataPointsList()
              .forEach(point -> number(InstrumentKind.GAUGE, false, point));
      case HISTOGRAM -> {
        boolean isDelta = isDelta(metric.getHistogram().getAggregationTemporality());
        metric.getHistogram().getDataPointsList().forEach(point -> explicit(isDelta, point));
      }
      case EXPONENTIAL_HISTOGRAM -> {
        boolean isDelta = isDelta(metric.getExponentialHistogram().getAggregationTemporality());
        metric
            .getExponentialHistogram()
            .getDataPointsList()
            .forEach(point -> exponential(isDelta, point));
      }
      default -> throw new IllegalArgumentException(name() + ": data=" + metric.getDataCase());
    }
  }

  private void number(InstrumentKind kind, boolean isDelta, NumberDataPoint point) {
    add(
        point.getAttributesList(),
        isDelta,
        point.getStartTimeUnixNano(),
        point.getFlags(),
        () ->
            switch (point.getValueCase()) {
              case AS_INT -> NumberReading.of(kind, point.getAsInt());
              case AS_DOUBLE -> NumberReading.of(kind, point.getAsDouble());
              case VALUE_NOT_SET -> throw new IllegalArgumentException(name() + ": no value");
            });
  }

  private void explicit(boolean isDelta, HistogramDataPoint point) {
    add(
        point.getAttributesList(),
        isDelta,
        point.getStartTimeUnixNano(),
        point.getFlags(),
        () -> DistributionReader.read(name(), point));
  }

  private void exponential(boolean isDelta, ExponentialHistogramDataPoint point) {
    add(
        point.getAttributesList(),
        isDelta,
        point.getStartTimeUnixNano(),
        point.getFlags(),
        () -> DistributionReader.read(name(), point));
  }

  private void add(
      List<KeyValue> attributes,
      boolean isDelta,
      long startUnixNanos,
      int flags,
      Supplier<Reading> reading) {
    boolean ended = (flags & ENDED) != 0;
    points.add(new Point(id(attributes), ended ? null : reading.get(), isDelta, startUnixNanos));
  }

  private boolean isDelta(AggregationTemporality temporality) {
    return switch (temporality) {
      case AGGREGATION_TEMPORALITY_DELTA -> true;
      case AGGREGATION_TEMPORALITY_CUMULATIVE -> false;
      default -> throw new IllegalArgumentException(name() + ": temporality=" + temporality);
    };
  }

  private SeriesId id(List<KeyValue> attributes) {
    var texts = new TreeMap<String, String>();
    attributes.forEach(attribute -> texts.put(attribute.getKey(), text(attribute.getValue())));
    return new SeriesId(metric.getName(), texts);
  }

  private String name() {
    return "metric " + metric.getName();
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      default -> throw new IllegalArgumentException("attribute: value=" + value);
    };
  }
}
