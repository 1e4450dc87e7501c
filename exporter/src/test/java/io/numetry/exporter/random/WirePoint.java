package io.numetry.exporter.random;

import com.google.protobuf.Message;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.Map;

/**
 * A point as it was sent.
 *
 * @param metric the metric that it is in
 * @param point a number's, a histogram's or an exponential histogram's
 */
record WirePoint(Key key, Metric metric, long start, long time, int flags, Message point) {

  /** What tells points apart. */
  record Key(String scope, String metric, Map<String, AnyValue> attributes) {}

  NumberDataPoint number() {
    return (NumberDataPoint) point;
  }

  HistogramDataPoint histogram() {
    return (HistogramDataPoint) point;
  }

  ExponentialHistogramDataPoint exponential() {
    return (ExponentialHistogramDataPoint) point;
  }
}
