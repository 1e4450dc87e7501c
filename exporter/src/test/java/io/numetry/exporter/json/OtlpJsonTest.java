package io.numetry.exporter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.util.JsonFormat;
import io.numetry.attribute.Attributes;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.json.MessageType.Field;
import io.numetry.exporter.otlp.MetricsEncoder;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.exporter.testkit.TestNode;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** OTLP/JSON, held against protobuf's own reader and its own descriptors. */
class OtlpJsonTest {
  private static final Attributes ODD =
      Attributes.builder()
          .put("text", "quote \" backslash \\ line\nend \u0001 \u00e9 \u2028 \ud83d\ude00")
          .put("least", Long.MIN_VALUE)
          .put("half", 0.5)
          .put("nan", Double.NaN)
          .put("infinite", Double.NEGATIVE_INFINITY)
          .put("tiny", Double.MIN_VALUE)
          .put("yes", true)
          .put("no", false)
          .put("bytes", new byte[] {0, -1, 62, 63})
          .put("longs", new long[] {1, -1})
          .put("none", new String[] {})
          .put("map", Attributes.of("inner", "value"))
          .build();

  private static ExportMetricsServiceRequest parsed(String json)
      throws InvalidProtocolBufferException {
    var builder = ExportMetricsServiceRequest.newBuilder();
    JsonFormat.parser().merge(json, builder);
    return builder.build();
  }

  private static ExportMetricsServiceRequest withPoint(NumberDataPoint.Builder point) {
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder()
                .addScopeMetrics(
                    ScopeMetrics.newBuilder()
                        .addMetrics(
                            Metric.newBuilder()
                                .setName("m")
                                .setGauge(Gauge.newBuilder().addDataPoints(point)))))
        .build();
  }

  /** All that the encoder makes of a window, in both forms. */
  private static void assertSameInJson(TestMetrics metrics) throws InvalidProtocolBufferException {
    var node = new TestNode();
    var frames = new FramePool(node, frame -> {}, 64 << 20);
    List<ExportMetricsServiceRequest> requests = new ArrayList<>();
    try (frames;
        var encoder = new MetricsEncoder(node, ODD, frames, 64 << 20)) {
      List<Frame> finished = new ArrayList<>();
      assertThat(encoder.encode(metrics.window(), finished)).isZero();
      finished.forEach(
          frame -> {
            requests.add(Frames.parse(frame));
            frame.release();
          });
    }
    assertThat(requests).isNotEmpty();
    for (ExportMetricsServiceRequest request : requests) {
      String json = OtlpJson.of(request.toByteArray());
      assertThat(json).doesNotContain("\n").doesNotContain("AGGREGATION_TEMPORALITY");
      assertThat(parsed(json)).isEqualTo(request);
    }
  }

  @Test
  void saysWhatTheRequestSays() throws InvalidProtocolBufferException {
    for (boolean delta : new boolean[] {false, true}) {
      try (TestMetrics metrics = delta ? TestMetrics.delta() : TestMetrics.cumulative()) {
        MetricSetDescriptor every = TestMetrics.everyKind("every");
        TestMetrics.TestSet set = metrics.add(every);
        int series = set.series(ODD);
        int another = set.series(Attributes.empty());
        List<InstrumentDescriptor> instruments = every.instruments();
        for (int i = 0; i < instruments.size(); i++) {
          for (long value : new long[] {1, 3, 1_000_000, 0}) {
            if (instruments.get(i).valueType() == ValueType.LONG) {
              set.record(i, series, value);
            } else {
              set.record(i, series, value * 0.75);
            }
          }
        }
        set.record(TestMetrics.instrument(InstrumentKind.GAUGE, ValueType.LONG), another, -7L);
        assertSameInJson(metrics);
      }
    }
  }

  @Test
  void writesEachTypeAsTheSpecificationSays() throws InvalidProtocolBufferException {
    String json =
        OtlpJson.of(
            withPoint(
                    NumberDataPoint.newBuilder()
                        .setTimeUnixNano(-1) // unsigned
                        .setAsInt(Long.MIN_VALUE)
                        .setFlags(1)
                        .addExemplars(
                            Exemplar.newBuilder()
                                .setAsDouble(Double.POSITIVE_INFINITY)
                                .setSpanId(ByteString.fromHex("eee19b7ec3c1b174"))
                                .setTraceId(
                                    ByteString.fromHex("5b8efff798038103d269b633813fc60c"))))
                .toByteArray());
    assertThat(json)
        .isEqualTo(
            "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"m\",\"gauge\":"
                + "{\"dataPoints\":[{\"timeUnixNano\":\"18446744073709551615\",\"exemplars\":["
                + "{\"asDouble\":\"Infinity\",\"spanId\":\"eee19b7ec3c1b174\","
                + "\"traceId\":\"5b8efff798038103d269b633813fc60c\"}],"
                + "\"asInt\":\"-9223372036854775808\",\"flags\":1}]}}]}]}]}");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    var unknown =
        withPoint(
            NumberDataPoint.newBuilder()
                .setUnknownFields(
                    UnknownFieldSet.newBuilder()
                        .addField(15, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OtlpJson.of(unknown.toByteArray()))
        .withMessage("OTLP request: message=NUMBER_DATA_POINT has no field number=15 here");
  }

  @Test
  void knowsTheFieldsAsTheyAre() {
    Set<MessageType> seen = EnumSet.noneOf(MessageType.class);
    assertMatches(MessageType.REQUEST, ExportMetricsServiceRequest.getDescriptor(), seen);
    assertThat(seen).containsExactlyInAnyOrder(MessageType.values());
  }

  private static void assertMatches(MessageType type, Descriptor message, Set<MessageType> seen) {
    if (!seen.add(type)) {
      return;
    }
    for (Field field : type.fields()) {
      FieldDescriptor real = message.findFieldByNumber(field.number());
      assertThat(real).as("%s %s", type, field).isNotNull();
      assertThat(field.name()).isEqualTo(real.getJsonName());
      assertThat(field.repeated()).as("%s", field).isEqualTo(real.isRepeated());
      String realType = field.type() == MessageType.FieldType.ID ? "ID" : real.getType().name();
      assertThat(field.type().name()).as("%s", field).isEqualTo(realType);
      MessageType inner = field.message();
      if (inner != null) {
        assertMatches(inner, real.getMessageType(), seen);
      }
    }
  }
}
