package io.numetry.exporter.differential;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Metrics without what two implementations may differ in: times, and the order of metrics, points
 * and attributes.
 */
final class Normalized {
  private Normalized() {}

  /** The metrics of a scope by name. */
  static Map<String, Metric> of(List<ExportMetricsServiceRequest> requests, String scope) {
    Map<String, Metric> metrics = new TreeMap<>();
    for (ExportMetricsServiceRequest request : requests) {
      request.getResourceMetricsList().stream()
          .flatMap(resource -> resource.getScopeMetricsList().stream())
          .filter(each -> each.getScope().getName().equals(scope))
          .map(ScopeMetrics::getMetricsList)
          .flatMap(List::stream)
          .forEach(metric -> metrics.put(metric.getName(), normal(metric)));
    }
    return metrics;
  }

  static int points(Map<String, Metric> metrics) {
    return metrics.values().stream()
        .mapToInt(
            metric ->
                metric.getSum().getDataPointsCount()
                    + metric.getGauge().getDataPointsCount()
                    + metric.getHistogram().getDataPointsCount()
                    + metric.getExponentialHistogram().getDataPointsCount())
        .sum();
  }

  private static Metric normal(Metric metric) {
    Metric.Builder normal = metric.toBuilder();
    switch (metric.getDataCase()) {
      case SUM -> {
        List<NumberDataPoint> points = numbers(metric.getSum().getDataPointsList());
        normal.getSumBuilder().clearDataPoints().addAllDataPoints(points);
      }
      case GAUGE -> {
        List<NumberDataPoint> points = numbers(metric.getGauge().getDataPointsList());
        normal.getGaugeBuilder().clearDataPoints().addAllDataPoints(points);
      }
      case HISTOGRAM -> {
        List<HistogramDataPoint> points =
            metric.getHistogram().getDataPointsList().stream()
                .map(Normalized::normal)
                .sorted(BY_ATTRIBUTES)
                .toList();
        normal.getHistogramBuilder().clearDataPoints().addAllDataPoints(points);
      }
      case EXPONENTIAL_HISTOGRAM -> {
        List<ExponentialHistogramDataPoint> points =
            metric.getExponentialHistogram().getDataPointsList().stream()
                .map(Normalized::normal)
                .sorted(Comparator.comparing(point -> point.getAttributesList().toString()))
                .toList();
        normal.getExponentialHistogramBuilder().clearDataPoints().addAllDataPoints(points);
      }
      case SUMMARY, DATA_NOT_SET -> throw new AssertionError("data " + metric.getDataCase());
    }
    return normal.build();
  }

  private static final Comparator<HistogramDataPoint> BY_ATTRIBUTES =
      Comparator.comparing(point -> point.getAttributesList().toString());

  private static List<NumberDataPoint> numbers(List<NumberDataPoint> points) {
    return points.stream()
        .map(
            point ->
                point.toBuilder()
                    .clearStartTimeUnixNano()
                    .clearTimeUnixNano()
                    .clearAttributes()
                    .addAllAttributes(sorted(point.getAttributesList()))
                    .build())
        .sorted(Comparator.comparing(point -> point.getAttributesList().toString()))
        .toList();
  }

  private static HistogramDataPoint normal(HistogramDataPoint point) {
    return point.toBuilder()
        .clearStartTimeUnixNano()
        .clearTimeUnixNano()
        .clearAttributes()
        .addAllAttributes(sorted(point.getAttributesList()))
        .build();
  }

  private static ExponentialHistogramDataPoint normal(ExponentialHistogramDataPoint point) {
    ExponentialHistogramDataPoint.Builder normal =
        point.toBuilder()
            .clearStartTimeUnixNano()
            .clearTimeUnixNano()
            .clearAttributes()
            .addAllAttributes(sorted(point.getAttributesList()));
    // Without buckets there is nothing to say of them; whether it is said means nothing.
    if (point.getPositive().getBucketCountsCount() == 0) {
      normal.clearPositive();
    }
    if (point.getNegative().getBucketCountsCount() == 0) {
      normal.clearNegative();
    }
    return normal.build();
  }

  private static List<KeyValue> sorted(List<KeyValue> attributes) {
    return attributes.stream().sorted(Comparator.comparing(KeyValue::getKey)).toList();
  }
}
