package io.numetry.bench.jmh.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.numetry.schema.Temporality;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared is the same work: the same points, of the same values, under the same names. */
class SamePointsTest {
  private static final int SERIES = 50;

  private static Metric only(byte[] request) throws InvalidProtocolBufferException {
    ExportMetricsServiceRequest parsed = ExportMetricsServiceRequest.parseFrom(request);
    assertThat(parsed.getResourceMetricsList()).hasSize(1);
    assertThat(text(parsed.getResourceMetrics(0).getResource().getAttributesList()))
        .isEqualTo("service.name=bench");
    assertThat(parsed.getResourceMetrics(0).getScopeMetricsList()).hasSize(1);
    List<Metric> metrics = parsed.getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
    assertThat(metrics).hasSize(1);
    return metrics.getFirst();
  }

  private static String text(List<KeyValue> attributes) {
    return attributes.stream()
        .map(each -> each.getKey() + "=" + each.getValue().getStringValue())
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** All points by their attributes; without times, which are whenever a test runs. */
  private static Map<String, Object> points(Metric metric) {
    Map<String, Object> points = new TreeMap<>();
    for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
      assertThat(point.getTimeUnixNano()).isPositive();
      assertThat(point.getStartTimeUnixNano()).isPositive();
      points.put(
          text(point.getAttributesList()),
          point.toBuilder().clearAttributes().clearTimeUnixNano().clearStartTimeUnixNano().build());
    }
    for (ExponentialHistogramDataPoint point :
        metric.getExponentialHistogram().getDataPointsList()) {
      assertThat(point.getTimeUnixNano()).isPositive();
      assertThat(point.getStartTimeUnixNano()).isPositive();
      points.put(
          text(point.getAttributesList()),
          point.toBuilder()
              .clearAttributes()
              .clearTimeUnixNano()
              .clearStartTimeUnixNano()
              // An empty message or none.
              .clearNegative()
              .build());
    }
    return points;
  }

  private static Metric withoutPoints(Metric metric) {
    Metric.Builder bare = metric.toBuilder();
    if (metric.hasSum()) {
      bare.getSumBuilder().clearDataPoints();
    } else {
      bare.getExponentialHistogramBuilder().clearDataPoints();
    }
    return bare.build();
  }

  @ParameterizedTest
  @CsvSource({"NUMBER,CUMULATIVE", "EXPONENTIAL,CUMULATIVE", "NUMBER,DELTA", "EXPONENTIAL,DELTA"})
  void shouldEncodeWhatOpenTelemetryDoes(PointKind kind, Temporality temporality)
      throws InvalidProtocolBufferException {
    var ours = new NumetrySeries(kind, SERIES, temporality);
    var theirs =
        new OpenTelemetrySeries(kind, SERIES, AggregationTemporality.valueOf(temporality.name()));
    var ourEncoding = new NumetryEncoding();
    var theirEncoding = new OpenTelemetryEncoding();
    for (int round = 0; round < 3; round++) {
      byte[] ourBytes = ourEncoding.bytes(ours.window());
      byte[] theirBytes = theirEncoding.bytes(theirs.collect());
      Metric our = only(ourBytes);
      Metric their = only(theirBytes);
      assertThat(withoutPoints(our)).isEqualTo(withoutPoints(their));
      assertThat(points(our)).hasSize(SERIES).isEqualTo(points(their));
      assertThat(ourBytes.length).isLessThanOrEqualTo(theirBytes.length);
      ours.exported();
      ours.touch();
      theirs.touch();
      assertThat(ours.drain()).isEqualTo(SERIES);
    }
  }

  @ParameterizedTest
  @EnumSource(PointKind.class)
  void shouldBuildTheSameWithProtobuf(PointKind kind) {
    byte[] ours =
        new NumetryEncoding()
            .bytes(new NumetrySeries(kind, SERIES, Temporality.CUMULATIVE).window());
    assertThat(new ProtobufSeries(ours).encode()).isEqualTo(ours.length);
  }
}
