package io.numetry.bench.chaos.ledger;

import io.numetry.bench.chaos.point.Digest;
import io.numetry.bench.chaos.point.SeriesName;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.point.WirePoint;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The points of a request, as protobuf's own classes decode it. */
public final class RequestPoints {
  private static final int ENDED = DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE;

  private final SeriesNumbers numbers;
  private final List<WirePoint> points = new ArrayList<>();

  private RequestPoints(SeriesNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * All of them.
   *
   * @throws IllegalArgumentException if there is something that Numetry does not send
   */
  public static List<WirePoint> of(ExportMetricsServiceRequest request, SeriesNumbers numbers) {
    var read = new RequestPoints(numbers);
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        scope.getMetricsList().forEach(read::add);
      }
    }
    return read.points;
  }

  /** The life that the request's points are of. */
  public static int life(ExportMetricsServiceRequest request, String attribute) {
    if (request.getResourceMetricsCount() != 1) {
      throw new IllegalArgumentException("resources=" + request.getResourceMetricsCount());
    }
    for (KeyValue pair : request.getResourceMetrics(0).getResource().getAttributesList()) {
      if (pair.getKey().equals(attribute)) {
        return Integer.parseInt(pair.getValue().getStringValue());
      }
    }
    throw new IllegalArgumentException("resource: has no " + attribute);
  }

  private void add(Metric metric) {
    switch (metric.getDataCase()) {
      case SUM -> metric.getSum().getDataPointsList().forEach(point -> add(metric, point));
      case GAUGE -> metric.getGauge().getDataPointsList().forEach(point -> add(metric, point));
      case HISTOGRAM ->
          metric.getHistogram().getDataPointsList().forEach(point -> add(metric, point));
      case EXPONENTIAL_HISTOGRAM ->
          metric.getExponentialHistogram().getDataPointsList().forEach(point -> add(metric, point));
      default -> throw new IllegalArgumentException(metric.getName() + ": " + metric.getDataCase());
    }
  }

  private void add(Metric metric, NumberDataPoint point) {
    boolean ended = (point.getFlags() & ENDED) != 0;
    boolean isLong = point.hasAsInt();
    if (!ended && !isLong && !point.hasAsDouble()) {
      throw new IllegalArgumentException(metric.getName() + ": a point has no value");
    }
    double amount = isLong ? (double) point.getAsInt() : point.getAsDouble();
    points.add(
        new WirePoint(
            series(metric, point.getAttributesList()),
            point.getStartTimeUnixNano(),
            point.getTimeUnixNano(),
            ended
                ? Digest.ofEnd()
                : isLong ? Digest.ofLong(point.getAsInt()) : Digest.ofDouble(point.getAsDouble()),
            ended ? 0 : amount,
            0));
  }

  private void add(Metric metric, HistogramDataPoint point) {
    boolean ended = (point.getFlags() & ENDED) != 0;
    long digest =
        ended
            ? Digest.ofEnd()
            : point.getExplicitBoundsCount() == 0
                ? Digest.ofSummary(point.getCount(), point.getSum(), point.getMin(), point.getMax())
                : Digest.ofBuckets(
                    point.getCount(),
                    point.getSum(),
                    point.getMin(),
                    point.getMax(),
                    point.getExplicitBoundsList(),
                    point.getBucketCountsList());
    points.add(
        new WirePoint(
            series(metric, point.getAttributesList()),
            point.getStartTimeUnixNano(),
            point.getTimeUnixNano(),
            digest,
            ended ? 0 : (double) point.getCount(),
            ended ? 0 : point.getSum()));
  }

  private void add(Metric metric, ExponentialHistogramDataPoint point) {
    boolean ended = (point.getFlags() & ENDED) != 0;
    long digest =
        ended
            ? Digest.ofEnd()
            : Digest.ofExponential(
                point.getCount(),
                point.getSum(),
                point.getMin(),
                point.getMax(),
                point.getScale(),
                point.getZeroCount(),
                point.getPositive().getOffset(),
                point.getPositive().getBucketCountsList(),
                point.getNegative().getOffset(),
                point.getNegative().getBucketCountsList());
    points.add(
        new WirePoint(
            series(metric, point.getAttributesList()),
            point.getStartTimeUnixNano(),
            point.getTimeUnixNano(),
            digest,
            ended ? 0 : (double) point.getCount(),
            ended ? 0 : point.getSum()));
  }

  private int series(Metric metric, List<KeyValue> attributes) {
    var texts = new TreeMap<String, String>();
    attributes.forEach(attribute -> texts.put(attribute.getKey(), text(attribute.getValue())));
    return numbers.of(new SeriesName(metric.getName(), texts).toString());
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      default -> throw new IllegalArgumentException("attribute: " + value.getValueCase());
    };
  }
}
