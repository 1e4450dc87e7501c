package io.numetry.bench.jmh.series;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The same points built and serialised by protobuf-java: from numbers in memory, with everything
 * constant, the attributes among them, built before.
 */
public final class ProtobufSeries {
  private final Resource resource;
  private final ScopeMetrics scope;
  private final Metric metric;
  private final List<List<KeyValue>> attributes = new ArrayList<>();
  private final List<NumberDataPoint> numbers;
  private final List<ExponentialHistogramDataPoint> distributions;
  private final byte[] bytes;

  /**
   * @param request what to build, whose numbers are taken from it
   */
  public ProtobufSeries(byte[] request) {
    try {
      ResourceMetrics parsed = ExportMetricsServiceRequest.parseFrom(request).getResourceMetrics(0);
      resource = parsed.getResource();
      scope = parsed.getScopeMetrics(0);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("request: is not OTLP", e);
    }
    metric = scope.getMetrics(0);
    numbers = metric.getSum().getDataPointsList();
    distributions = metric.getExponentialHistogram().getDataPointsList();
    numbers.forEach(point -> attributes.add(point.getAttributesList()));
    distributions.forEach(point -> attributes.add(point.getAttributesList()));
    bytes = new byte[request.length + (request.length >> 3)];
  }

  /** Bytes of the request. */
  public long encode() {
    ExportMetricsServiceRequest request = build();
    var out = CodedOutputStream.newInstance(bytes);
    try {
      request.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.getTotalBytesWritten();
  }

  private ExportMetricsServiceRequest build() {
    Metric.Builder built =
        Metric.newBuilder()
            .setName(metric.getName())
            .setUnit(metric.getUnit())
            .setDescription(metric.getDescription());
    if (metric.hasSum()) {
      built.setSum(numberPoints());
    } else {
      built.setExponentialHistogram(distributionPoints());
    }
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder()
                .setResource(resource)
                .addScopeMetrics(
                    ScopeMetrics.newBuilder().setScope(scope.getScope()).addMetrics(built)))
        .build();
  }

  private Sum.Builder numberPoints() {
    Sum.Builder sum =
        Sum.newBuilder()
            .setIsMonotonic(true)
            .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    for (int i = 0; i < numbers.size(); i++) {
      NumberDataPoint from = numbers.get(i);
      sum.addDataPoints(
          NumberDataPoint.newBuilder()
              .addAllAttributes(attributes.get(i))
              .setStartTimeUnixNano(from.getStartTimeUnixNano())
              .setTimeUnixNano(from.getTimeUnixNano())
              .setAsInt(from.getAsInt()));
    }
    return sum;
  }

  private ExponentialHistogram.Builder distributionPoints() {
    ExponentialHistogram.Builder histogram =
        ExponentialHistogram.newBuilder()
            .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    for (int i = 0; i < distributions.size(); i++) {
      ExponentialHistogramDataPoint from = distributions.get(i);
      ExponentialHistogramDataPoint.Builder point =
          ExponentialHistogramDataPoint.newBuilder()
              .addAllAttributes(attributes.get(i))
              .setStartTimeUnixNano(from.getStartTimeUnixNano())
              .setTimeUnixNano(from.getTimeUnixNano())
              .setCount(from.getCount())
              .setSum(from.getSum())
              .setMin(from.getMin())
              .setMax(from.getMax())
              .setScale(from.getScale())
              .setZeroCount(from.getZeroCount());
      var buckets = point.getPositiveBuilder().setOffset(from.getPositive().getOffset());
      for (int k = 0; k < from.getPositive().getBucketCountsCount(); k++) {
        buckets.addBucketCounts(from.getPositive().getBucketCounts(k));
      }
      histogram.addDataPoints(point);
    }
    return histogram;
  }
}
