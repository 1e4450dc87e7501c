package io.numetry.examples.received;

import io.numetry.examples.reconcile.MmscReading;
import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** One decoded point, whatever its kind. */
record Point(SeriesId id, Reading reading, boolean isDelta, long startUnixNanos) {

  static List<Point> allOf(Metric metric) {
    return switch (metric.getDataCase()) {
      case SUM -> {
        boolean isDelta = isDelta(metric, metric.getSum().getAggregationTemporality());
        InstrumentKind kind =
            metric.getSum().getIsMonotonic()
                ? InstrumentKind.COUNTER
                : InstrumentKind.UP_DOWN_COUNTER;
        yield metric.getSum().getDataPointsList().stream()
            .map(point -> number(metric, kind, isDelta, point))
            .toList();
      }
      case GAUGE ->
          metric.getGauge().getDataPointsList().stream()
              .map(point -> number(metric, InstrumentKind.GAUGE, false, point))
              .toList();
      case HISTOGRAM -> {
        boolean isDelta = isDelta(metric, metric.getHistogram().getAggregationTemporality());
        yield metric.getHistogram().getDataPointsList().stream()
            .map(point -> mmsc(metric, isDelta, point))
            .toList();
      }
      default ->
          throw new IllegalArgumentException(
              "metric " + metric.getName() + ": data=" + metric.getDataCase());
    };
  }

  boolean isGauge() {
    return reading instanceof NumberReading number && number.kind() == InstrumentKind.GAUGE;
  }

  private static boolean isDelta(Metric metric, AggregationTemporality temporality) {
    return switch (temporality) {
      case AGGREGATION_TEMPORALITY_DELTA -> true;
      case AGGREGATION_TEMPORALITY_CUMULATIVE -> false;
      default ->
          throw new IllegalArgumentException(
              "metric " + metric.getName() + ": temporality=" + temporality);
    };
  }

  private static Point number(
      Metric metric, InstrumentKind kind, boolean isDelta, NumberDataPoint point) {
    NumberReading reading =
        switch (point.getValueCase()) {
          case AS_INT -> NumberReading.of(kind, point.getAsInt());
          case AS_DOUBLE -> NumberReading.of(kind, point.getAsDouble());
          case VALUE_NOT_SET ->
              throw new IllegalArgumentException("metric " + metric.getName() + ": no value");
        };
    return new Point(
        id(metric, point.getAttributesList()), reading, isDelta, point.getStartTimeUnixNano());
  }

  private static Point mmsc(Metric metric, boolean isDelta, HistogramDataPoint point) {
    if (!point.hasMin() || !point.hasMax() || !point.hasSum()) {
      throw new IllegalArgumentException(
          "metric " + metric.getName() + ": lacks its minimum, maximum or sum");
    }
    var reading =
        new MmscReading(
            new BigDecimal(point.getMin()),
            new BigDecimal(point.getMax()),
            new BigDecimal(point.getSum()),
            point.getCount());
    return new Point(
        id(metric, point.getAttributesList()), reading, isDelta, point.getStartTimeUnixNano());
  }

  private static SeriesId id(Metric metric, List<KeyValue> attributes) {
    var texts = new TreeMap<String, String>();
    attributes.forEach(attribute -> texts.put(attribute.getKey(), text(attribute.getValue())));
    return new SeriesId(metric.getName(), texts);
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
