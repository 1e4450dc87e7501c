package io.numetry.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.differential.GatewayMetrics.Lane;
import io.numetry.view.View;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.ViewBuilder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same views in both: renamed, described, dropped, and with fewer attributes. */
class ViewsTest {

  private static final Case RENAMED =
      new Case(
          "renamed",
          "gateway.frames",
          view -> view.rename("renamed.frames"),
          view -> view.setName("renamed.frames"));

  private static final Case DESCRIBED =
      new Case(
          "described",
          "gateway.wait",
          view -> view.describe("Other words."),
          view -> view.setDescription("Other words."));

  private static final Case RENAMED_AND_DESCRIBED =
      new Case(
          "renamed and described",
          "gateway.depth",
          view -> view.rename("a.b").describe("C."),
          view -> view.setName("a.b").setDescription("C."));

  private static final Case DROPPED =
      new Case(
          "dropped", "gateway.batch", View::drop, view -> view.setAggregation(Aggregation.drop()));

  private static final Case PATTERN_DROPPED =
      new Case(
          "pattern dropped",
          "gateway.*",
          View::drop,
          view -> view.setAggregation(Aggregation.drop()));

  private static final Case ANY_CHARACTER =
      new Case(
          "any character",
          "gateway.b?tch",
          View::drop,
          view -> view.setAggregation(Aggregation.drop()));

  private static final Case ONLY_ENTITY =
      new Case(
          "only entity",
          "gateway.frames",
          view -> view.keepAttributes("host"),
          view -> view.setAttributeFilter(Set.of("host")));

  private static final Case ONLY_ITEM =
      new Case(
          "only item",
          "gateway.wait",
          view -> view.keepAttributes("slot"),
          view -> view.setAttributeFilter(Set.of("slot")));

  private static final Case ONLY_DIMENSION =
      new Case(
          "only dimension",
          "gateway.in_flight",
          view -> view.keepAttributes("lane"),
          view -> view.setAttributeFilter(Set.of("lane")));

  private static final Case NONE =
      new Case(
          "none",
          "gateway.batch",
          view -> view.keepAttributes(),
          view -> view.setAttributeFilter(Set.of()));

  private static final Case WITHOUT_DIMENSION =
      new Case(
          "without dimension",
          "gateway.weight",
          view -> view.dropAttributes("lane"),
          view -> view.setAttributeFilter(key -> !key.equals("lane")));

  private static final Case WITHOUT_ENTITY_AND_RENAMED =
      new Case(
          "without entity and renamed",
          "gateway.busy",
          view -> view.dropAttributes("host").rename("busy"),
          view -> view.setAttributeFilter(key -> !key.equals("host")).setName("busy"));

  private static final Case WITHOUT_ANY_OF_A_PATTERN =
      new Case(
          "without any of a pattern",
          "gateway.wa*",
          view -> view.dropAttributes("host", "slot", "lane"),
          view -> view.setAttributeFilter(Set.of()));

  /** A view, and the same for OpenTelemetry. */
  record Case(
      String name, String instrument, UnaryOperator<View> ours, Consumer<ViewBuilder> theirs) {

    void addTo(SdkMeterProviderBuilder builder) {
      var view = io.opentelemetry.sdk.metrics.View.builder();
      theirs.accept(view);
      builder.registerView(InstrumentSelector.builder().setName(instrument).build(), view.build());
    }
  }

  static List<Case> cases() {
    return List.of(
        RENAMED,
        DESCRIBED,
        RENAMED_AND_DESCRIBED,
        DROPPED,
        PATTERN_DROPPED,
        ANY_CHARACTER,
        ONLY_ENTITY,
        ONLY_ITEM,
        ONLY_DIMENSION,
        NONE,
        WITHOUT_DIMENSION,
        WITHOUT_ENTITY_AND_RENAMED,
        WITHOUT_ANY_OF_A_PATTERN);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldSendWhatTheSameViewSends(Case view) {
    compare(view.name(), List.of(view));
  }

  @Test
  void shouldSendOneInstrumentOnceForEachViewThatSelectsIt() {
    compare("both", List.of(RENAMED, ONLY_ENTITY));
    compare(
        "several",
        List.of(
            RENAMED,
            RENAMED_AND_DESCRIBED,
            WITHOUT_ENTITY_AND_RENAMED,
            WITHOUT_DIMENSION,
            DROPPED,
            NONE));
  }

  private static void compare(String name, List<Case> views) {
    for (TemporalityPreference preference :
        List.of(TemporalityPreference.CUMULATIVE, TemporalityPreference.DELTA)) {
      try (var engine =
              new Engine(
                  preference,
                  builder -> {
                    views.forEach(each -> builder.view(each.ours.apply(View.of(each.instrument))));
                    return builder;
                  });
          Reference reference =
              Reference.of(preference, builder -> views.forEach(each -> each.addTo(builder)))) {
        var random = new Random(name.hashCode());
        var two = new TwoHosts(engine, reference);
        for (int i = 0; i < 4; i++) {
          two.record(random);
          Map<String, Metric> expected = withoutExponential(reference.collectAll());
          assertThat(withoutExponential(engine.collect()))
              .as("%s %s, collection %s", name, preference, i)
              .isEqualTo(expected);
        }
      }
    }
  }

  /** Without its own views, the reference has explicit buckets for all histograms. */
  private static Map<String, Metric> withoutExponential(
      List<ExportMetricsServiceRequest> requests) {
    Map<String, Metric> metrics = Normalized.of(requests, "gateway");
    metrics.keySet().removeAll(Set.of("gateway.size", "gateway.time", "gateway.coarse"));
    return metrics;
  }

  /** Two registrations, with attributes of an entity and of an item. */
  private static final class TwoHosts {
    private final GatewayMetrics[][] hosts = new GatewayMetrics[2][];

    TwoHosts(Engine engine, Reference reference) {
      for (int i = 0; i < hosts.length; i++) {
        hosts[i] =
            new GatewayMetrics[] {
              engine
                  .core()
                  .register(GatewayMetricsSet.TYPE, Attributes.of("host", "h" + i, "slot", "s")),
              new GatewayMeter(
                  reference.meter(),
                  io.opentelemetry.api.common.Attributes.builder()
                      .put("host", "h" + i)
                      .put("slot", "s")
                      .build())
            };
      }
    }

    void record(Random random) {
      for (int calls = 60; calls > 0; calls--) {
        int host = random.nextInt(hosts.length);
        Lane lane = Lane.any(random);
        long whole = random.nextInt(20_000);
        double part = random.nextInt(1 << 16) / 64.0;
        int kind = random.nextInt(8);
        for (GatewayMetrics each : hosts[host]) {
          switch (kind) {
            case 0 -> each.addFrames(lane, whole);
            case 1 -> each.addBusy(lane, part);
            case 2 -> each.addInFlight(lane, -whole);
            case 3 -> each.addWeight(lane, part);
            case 4 -> each.setDepth(lane, whole);
            case 5 -> each.setHeat(lane, part);
            case 6 -> each.recordBatch(lane, whole);
            default -> each.recordWait(lane, part);
          }
        }
      }
    }
  }

  /** What becomes of observed sums whose attributes become equal is their sum. */
  @Test
  void shouldAddUpObservedSumsWhoseAttributesBecomeEqual() {
    try (var engine =
            new Engine(
                TemporalityPreference.CUMULATIVE,
                builder -> builder.view(View.of("gateway.*").keepAttributes()));
        Reference reference =
            Reference.of(
                TemporalityPreference.CUMULATIVE,
                builder ->
                    builder.registerView(
                        InstrumentSelector.builder().setName("gateway.*").build(),
                        io.opentelemetry.sdk.metrics.View.builder()
                            .setAttributeFilter(Set.of())
                            .build()))) {
      var two = new TwoHosts(engine, reference);
      for (GatewayMetrics[] host : two.hosts) {
        for (GatewayMetrics each : host) {
          for (Lane lane : Lane.values()) {
            each.observePool(lane, 10);
            each.observeRead(lane, 100);
          }
        }
      }
      Map<String, Metric> sent = Normalized.of(engine.collect(), "gateway");
      assertThat(points(sent, "gateway.pool")).containsExactly(" 60");
      assertThat(points(sent, "gateway.read")).containsExactly(" 600");
      assertThat(Normalized.of(reference.collectAll(), "gateway")).isEqualTo(sent);
    }
  }

  private static Set<String> points(Map<String, Metric> metrics, String name) {
    Set<String> points = new TreeSet<>();
    for (NumberDataPoint point : metrics.get(name).getSum().getDataPointsList()) {
      points.add(
          point.getAttributesList().stream().map(KeyValue::getKey).collect(Collectors.joining(","))
              + " "
              + point.getAsInt());
    }
    return points;
  }

  /** OpenTelemetry warns of it and sends both under one name; Numetry does not start. */
  @Test
  void shouldRefuseTwoMetricsOfOneName() {
    assertThatThrownBy(
            () ->
                Telemetry.builder()
                    .view(View.of("gateway.frames").rename("gateway.Busy"))
                    .declare(GatewayMetricsSet.TYPE)
                    .start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gateway")
        .hasMessageContaining("would be sent by");
    assertThatThrownBy(
            () ->
                Telemetry.builder()
                    .view(View.of("gateway.frames").keepAttributes("host"))
                    .view(View.of("gateway.f*").dropAttributes("lane"))
                    .declare(GatewayMetricsSet.TYPE)
                    .start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name=gateway.frames");
  }

  @Test
  void shouldRefuseACollisionAtTheRegistrationIfTheSetWasNotDeclared() {
    try (var engine =
        new Engine(
            TemporalityPreference.CUMULATIVE,
            builder -> builder.view(View.of("gateway.frames").rename("gateway.busy")))) {
      assertThatThrownBy(() -> engine.core().register(GatewayMetricsSet.TYPE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("name=gateway.busy");
    }
  }
}
