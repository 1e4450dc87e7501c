package io.numetry.exporter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.numetry.exporter.frame.Frame;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.util.Collection;

/** Reads frames with protobuf. */
public final class Frames {

  private Frames() {}

  /** Parses a request and checks that no byte of it is unknown, or more than needed. */
  public static ExportMetricsServiceRequest parse(byte[] body) {
    try {
      var request = ExportMetricsServiceRequest.parseFrom(body);
      assertNothingUnknown(request);
      assertThat(request.getSerializedSize()).as("minimal length").isEqualTo(body.length);
      assertThat(request.toByteArray()).as("canonical bytes").isEqualTo(body);
      return request;
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("not a request", e);
    }
  }

  /** Parses a request in JSON whose identifiers, if it has any, are not looked at. */
  public static ExportMetricsServiceRequest parseJson(String body) {
    var request = ExportMetricsServiceRequest.newBuilder();
    try {
      JsonFormat.parser().merge(body, request);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("not a request", e);
    }
    return request.build();
  }

  public static ExportMetricsServiceRequest parse(Frame frame) {
    byte[] body = new byte[frame.byteSize()];
    frame.content().get(body);
    assertThat(frame.content().remaining()).isEqualTo(frame.byteSize());
    var request = parse(body);
    assertThat(points(request)).as("points of the frame").isEqualTo(frame.points());
    return request;
  }

  public static int points(ExportMetricsServiceRequest request) {
    return request.getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .mapToInt(
            metric ->
                metric.getGauge().getDataPointsCount()
                    + metric.getSum().getDataPointsCount()
                    + metric.getHistogram().getDataPointsCount()
                    + metric.getExponentialHistogram().getDataPointsCount())
        .sum();
  }

  private static void assertNothingUnknown(Message message) {
    assertThat(message.getUnknownFields().asMap()).isEmpty();
    for (Object value : message.getAllFields().values()) {
      if (value instanceof Message part) {
        assertNothingUnknown(part);
      } else if (value instanceof Collection<?> parts) {
        for (Object part : parts) {
          if (part instanceof Message inner) {
            assertNothingUnknown(inner);
          }
        }
      }
    }
  }
}
