package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All points of one export, each once. */
final class WirePoints {
  private final Map<WirePoint.Key, WirePoint> points = new LinkedHashMap<>();

  private WirePoints() {}

  static WirePoints of(List<ExportMetricsServiceRequest> requests, Resource resource) {
    var made = new WirePoints();
    for (ExportMetricsServiceRequest request : requests) {
      for (ResourceMetrics ofResource : request.getResourceMetricsList()) {
        assertThat(ofResource.getResource()).isEqualTo(resource);
        for (ScopeMetrics ofScope : ofResource.getScopeMetricsList()) {
          for (Metric metric : ofScope.getMetricsList()) {
            made.add(ofScope.getScope().getName(), metric);
          }
        }
      }
    }
    return made;
  }

  Map<WirePoint.Key, WirePoint> all() {
    return points;
  }

  private void add(String scope, Metric metric) {
    int before = points.size();
    for (NumberDataPoint p : metric.getGauge().getDataPointsList()) {
      add(
          scope,
          metric,
          p,
          p.getAttributesList(),
          p.getStartTimeUnixNano(),
          p.getTimeUnixNano(),
          p.getFlags());
    }
    for (NumberDataPoint p : metric.getSum().getDataPointsList()) {
      add(
          scope,
          metric,
          p,
          p.getAttributesList(),
          p.getStartTimeUnixNano(),
          p.getTimeUnixNano(),
          p.getFlags());
    }
    for (HistogramDataPoint p : metric.getHistogram().getDataPointsList()) {
      add(
          scope,
          metric,
          p,
          p.getAttributesList(),
          p.getStartTimeUnixNano(),
          p.getTimeUnixNano(),
          p.getFlags());
    }
    for (ExponentialHistogramDataPoint p : metric.getExponentialHistogram().getDataPointsList()) {
      add(
          scope,
          metric,
          p,
          p.getAttributesList(),
          p.getStartTimeUnixNano(),
          p.getTimeUnixNano(),
          p.getFlags());
    }
    assertThat(points.size()).as("metric %s has a point", metric.getName()).isGreaterThan(before);
  }

  private void add(
      String scope,
      Metric metric,
      Message point,
      List<KeyValue> attributes,
      long start,
      long time,
      int flags) {
    Map<String, AnyValue> byKey = new HashMap<>();
    for (KeyValue attribute : attributes) {
      assertThat(byKey.put(attribute.getKey(), attribute.getValue()))
          .as("key %s of %s is there once", attribute.getKey(), metric.getName())
          .isNull();
    }
    var key = new WirePoint.Key(scope, metric.getName(), byKey);
    assertThat(points.put(key, new WirePoint(key, metric, start, time, flags, point)))
        .as("point %s is there once", key)
        .isNull();
  }
}
