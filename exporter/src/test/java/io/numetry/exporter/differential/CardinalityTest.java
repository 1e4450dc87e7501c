package io.numetry.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.differential.GatewayMetrics.Lane;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Metrics SDK, "Cardinality limits". */
class CardinalityTest {
  private static final String OVERFLOW = "otel.metric.overflow=true";

  private static Map<String, Long> frames(List<ExportMetricsServiceRequest> requests) {
    Map<String, Long> byAttributes = new TreeMap<>();
    Metric metric = Normalized.of(requests, "gateway").get("gateway.frames");
    if (metric != null) {
      for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
        String attributes =
            point.getAttributesList().stream()
                .filter(each -> !each.getKey().equals("lane"))
                .map(CardinalityTest::text)
                .collect(Collectors.joining(","));
        byAttributes.put(attributes, point.getFlags() == 0 ? point.getAsInt() : -1L);
      }
    }
    return byAttributes;
  }

  private static String text(KeyValue attribute) {
    String value =
        attribute.getValue().hasBoolValue()
            ? Boolean.toString(attribute.getValue().getBoolValue())
            : attribute.getValue().getStringValue();
    return attribute.getKey() + "=" + value;
  }

  private static GatewayMetricsSet register(Engine engine, int host) {
    return engine.core().register(GatewayMetricsSet.TYPE, Attributes.of("host", "h" + host));
  }

  @ParameterizedTest
  @CsvSource({"1,CUMULATIVE", "1,DELTA", "7,CUMULATIVE", "7,DELTA", "100,CUMULATIVE"})
  void shouldOverflowBeyondTheLimitAndNotBefore(int limit, TemporalityPreference preference) {
    try (var engine = new Engine(preference, builder -> builder.maxSeries(limit))) {
      for (int i = 0; i < limit; i++) {
        register(engine, i).addFrames(Lane.FAST, 1 + i);
      }
      Map<String, Long> sent = frames(engine.collect());
      assertThat(sent).hasSize(limit).doesNotContainKey(OVERFLOW);
      assertThat(sent)
          .containsEntry("host=h0", 1L)
          .containsEntry("host=h" + (limit - 1), (long) limit);
      GatewayMetricsSet one = register(engine, limit);
      GatewayMetricsSet another = register(engine, limit + 1);
      GatewayMetricsSet known = register(engine, 0);
      one.addFrames(Lane.FAST, 1000);
      another.addFrames(Lane.FAST, 2000);
      known.addFrames(Lane.FAST, 4000);
      sent = frames(engine.collect());
      boolean delta = preference == TemporalityPreference.DELTA;
      assertThat(sent).hasSize(delta ? 2 : limit + 1);
      assertThat(sent)
          .containsEntry(OVERFLOW, 3000L)
          .containsEntry("host=h0", delta ? 4000L : 4001L);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TemporalityPreference.class,
      names = {"CUMULATIVE", "DELTA"})
  void shouldTakeAnotherOnceOneHasEnded(TemporalityPreference preference) {
    try (var engine = new Engine(preference, builder -> builder.maxSeries(3))) {
      List<GatewayMetricsSet> sets = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sets.add(register(engine, i));
        sets.getLast().addFrames(Lane.FAST, 1);
      }
      assertThat(frames(engine.collect())).hasSize(4).containsKey(OVERFLOW);
      sets.getFirst().close();
      engine.collect();
      engine.collect();
      // Two are left, besides the overflow: a third is within the limit.
      register(engine, 5).addFrames(Lane.FAST, 10);
      sets.getLast().addFrames(Lane.FAST, 20);
      Map<String, Long> sent = frames(engine.collect());
      assertThat(sent).containsEntry("host=h5", 10L);
      assertThat(sent)
          .containsEntry(OVERFLOW, preference == TemporalityPreference.DELTA ? 20L : 21L);
    }
  }

  /** "Overflow must not happen" up to the limit; OpenTelemetry's begins with the last one in it. */
  @Test
  void shouldNotOverflowWhereOpenTelemetryDoes() {
    int limit = 4;
    try (var engine = new Engine(TemporalityPreference.DELTA, builder -> builder.maxSeries(limit));
        Reference reference =
            Reference.of(
                TemporalityPreference.DELTA,
                builder ->
                    builder.registerView(
                        InstrumentSelector.builder().setName("*").build(),
                        View.builder().setCardinalityLimit(limit).build()))) {
      LongCounter counter = reference.meter().counterBuilder("gateway.frames").build();
      for (int i = 0; i < limit; i++) {
        register(engine, i).addFrames(Lane.FAST, 1);
        counter.add(
            1, io.opentelemetry.api.common.Attributes.builder().put("host", "h" + i).build());
      }
      assertThat(frames(engine.collect())).hasSize(limit).doesNotContainKey(OVERFLOW);
      assertThat(frames(reference.collectAll())).hasSize(limit).containsEntry(OVERFLOW, 1L);
    }
  }
}
