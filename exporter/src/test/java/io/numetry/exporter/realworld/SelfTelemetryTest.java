package io.numetry.exporter.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.schema.AttributeDescriptor;
import io.numetry.schema.AttributeType;
import io.numetry.schema.Dimension;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.self.AggregatorMetricsSet;
import io.numetry.self.ExporterMetricsSet;
import io.numetry.self.OperationMetricsSet;
import io.numetry.self.ReaderMetricsSet;
import io.numetry.self.SpoolMetricsSet;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.Metric.DataCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numetry's metrics of itself as the Collector has decoded them. */
class SelfTelemetryTest extends DeliveryChecks {
  private static final List<MetricSetDescriptor> SETS =
      List.of(
          AggregatorMetricsSet.DESCRIPTOR,
          ReaderMetricsSet.DESCRIPTOR,
          ExporterMetricsSet.DESCRIPTOR,
          OperationMetricsSet.DESCRIPTOR,
          SpoolMetricsSet.DESCRIPTOR);

  @TempDir private Path folder;

  private static AnyValue text(String value) {
    return AnyValue.newBuilder().setStringValue(value).build();
  }

  private static AnyValue number(long value) {
    return AnyValue.newBuilder().setIntValue(value).build();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROTOBUF, otlp_http_metric_exporter, http.response.status_code",
    "HTTP_JSON, otlp_http_json_metric_exporter, http.response.status_code",
    "GRPC, otlp_grpc_metric_exporter, rpc.status_code",
  })
  void shouldBeAsTheConventionsSay(OtlpProtocol protocol, String type, String statusKey)
      throws IOException {
    try (var collector = RealCollector.plain(folder)) {
      boolean isGrpc = protocol == OtlpProtocol.GRPC;
      var options =
          OtlpMetricExporter.builder()
              .protocol(protocol)
              .endpoint(isGrpc ? collector.grpcUrl() : collector.httpUrl())
              .spool(SpoolOptions.builder(folder.resolve("spool")).build());
      int node;
      try (Telemetry telemetry =
              Telemetry.builder()
                  .interval(Duration.ofHours(1))
                  .bankHalfBytes(1 << 20)
                  .exporter(options.build())
                  .start();
          TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("quiet"))) {
        node = core.node();
        core.idle();
        for (int i = 0; i < 3; i++) {
          assertThat(telemetry.flush(Duration.ofSeconds(30))).isTrue();
        }
      }
      Map<String, Metric> metrics = last(collector);
      Map<String, AnyValue> exporter =
          Map.of(
              "otel.component.name", text(type + "/0"),
              "otel.component.type", text(type),
              "server.address", text("localhost"),
              "server.port", number(isGrpc ? collector.grpcPort() : collector.httpPort()));

      Metric inflight = metric(metrics, "otel.sdk.exporter.metric_data_point.inflight");
      assertThat(inflight.getUnit()).isEqualTo("{data_point}");
      assertThat(inflight.getDataCase()).isEqualTo(DataCase.SUM);
      assertThat(inflight.getSum().getIsMonotonic()).isFalse();
      assertThat(attributes(inflight)).containsExactly(exporter);
      assertThat(inflight.getSum().getDataPoints(0).getAsInt()).isZero();

      Metric exported = metric(metrics, "otel.sdk.exporter.metric_data_point.exported");
      assertThat(exported.getUnit()).isEqualTo("{data_point}");
      assertThat(exported.getDataCase()).isEqualTo(DataCase.SUM);
      assertThat(exported.getSum().getIsMonotonic()).isTrue();
      assertThat(exported.getSum().getAggregationTemporality())
          .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
      assertThat(attributes(exported)).as("no error.type").containsExactly(exporter);
      assertThat(exported.getSum().getDataPoints(0).getAsInt()).isPositive();

      Metric duration = metric(metrics, "otel.sdk.exporter.operation.duration");
      assertThat(duration.getUnit()).isEqualTo("s");
      assertThat(duration.getDataCase()).isEqualTo(DataCase.HISTOGRAM);
      var withStatus = new HashMap<>(exporter);
      withStatus.put(statusKey, isGrpc ? text("OK") : number(200));
      assertThat(attributes(duration)).containsExactly(withStatus);
      assertThat(duration.getHistogram().getDataPoints(0).getExplicitBoundsCount()).isZero();
      assertThat(duration.getHistogram().getDataPoints(0).getSum()).isPositive();

      Metric collection = metric(metrics, "otel.sdk.metric_reader.collection.duration");
      assertThat(collection.getUnit()).isEqualTo("s");
      assertThat(collection.getDataCase()).isEqualTo(DataCase.HISTOGRAM);
      assertThat(attributes(collection))
          .containsExactly(
              Map.of(
                  "otel.component.name", text("periodic_metric_reader/" + node),
                  "otel.component.type", text("periodic_metric_reader")));

      assertThat(metrics)
          .containsKeys("numetry.exporter.spool.size", "numetry.exporter.queue.size");
      SETS.forEach(set -> set.instruments().forEach(each -> assertAsSaid(metrics, set, each)));
    }
  }

  /** What was decoded has the kind, the unit and the attributes of its schema. */
  private static void assertAsSaid(
      Map<String, Metric> metrics, MetricSetDescriptor set, InstrumentDescriptor instrument) {
    Metric metric = metrics.get(instrument.name());
    if (metric == null) {
      return; // nothing of it has happened
    }
    assertThat(metric.getUnit()).as(instrument.name()).isEqualTo(instrument.unit());
    assertThat(metric.getDescription()).as(instrument.name()).isEqualTo(instrument.brief());
    assertThat(metric.getDataCase())
        .as(instrument.name())
        .isEqualTo(
            switch (instrument.kind()) {
              case COUNTER, OBSERVE_COUNTER, UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER ->
                  DataCase.SUM;
              case GAUGE -> DataCase.GAUGE;
              case MMSC, EXPLICIT_HISTOGRAM -> DataCase.HISTOGRAM;
              case EXPONENTIAL_HISTOGRAM -> DataCase.EXPONENTIAL_HISTOGRAM;
            });
    if (metric.hasSum()) {
      assertThat(metric.getSum().getIsMonotonic())
          .as(instrument.name())
          .isEqualTo(instrument.kind().isMonotonic());
    }
    List<String> keys =
        Stream.concat(
                set.attributes().stream().map(AttributeDescriptor::key),
                instrument.dimensions().stream().map(Dimension::key))
            .toList();
    for (Map<String, AnyValue> attributes : attributes(metric)) {
      assertThat(keys).as(instrument.name()).containsAll(attributes.keySet());
      for (AttributeDescriptor attribute : set.attributes()) {
        AnyValue value = attributes.get(attribute.key());
        if (value != null) {
          assertThat(value.hasIntValue())
              .as(attribute.key())
              .isEqualTo(attribute.type() == AttributeType.LONG);
        }
      }
    }
  }

  private static Metric metric(Map<String, Metric> metrics, String name) {
    assertThat(metrics).containsKey(name);
    return metrics.get(name);
  }

  /** Each metric as it was decoded last. */
  private static Map<String, Metric> last(RealCollector collector) throws IOException {
    var metrics = new HashMap<String, Metric>();
    for (var request : collector.requests()) {
      for (var resource : request.getResourceMetricsList()) {
        for (var scope : resource.getScopeMetricsList()) {
          scope.getMetricsList().forEach(metric -> metrics.put(metric.getName(), metric));
        }
      }
    }
    return metrics;
  }

  /** Of each point, without what the level gives. */
  private static List<Map<String, AnyValue>> attributes(Metric metric) {
    Stream<List<KeyValue>> points =
        switch (metric.getDataCase()) {
          case SUM -> metric.getSum().getDataPointsList().stream().map(p -> p.getAttributesList());
          case GAUGE ->
              metric.getGauge().getDataPointsList().stream().map(p -> p.getAttributesList());
          case HISTOGRAM ->
              metric.getHistogram().getDataPointsList().stream().map(p -> p.getAttributesList());
          default -> throw new AssertionError(metric);
        };
    return points
        .map(
            list -> {
              var attributes = new HashMap<String, AnyValue>();
              list.forEach(each -> attributes.put(each.getKey(), each.getValue()));
              attributes.remove("numa.node.id");
              return (Map<String, AnyValue>) attributes;
            })
        .toList();
  }
}
