package io.numetry.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.differential.GatewayMetrics.Lane;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of instrument, over several collections: the points are those of OpenTelemetry. */
class SameMeasurementsTest {
  private static final int COLLECTIONS = 12;

  private final Random random = new Random(20260101);
  private final Map<Lane, Long> read = new EnumMap<>(Lane.class);
  private final Map<Lane, Double> cpu = new EnumMap<>(Lane.class);

  @ParameterizedTest
  @EnumSource(TemporalityPreference.class)
  void shouldBecomeTheSamePoints(TemporalityPreference preference) {
    int compared = 0;
    try (var engine = new Engine(preference);
        Reference reference = Reference.of(preference)) {
      List<GatewayMetrics> both =
          List.of(
              engine.core().register(GatewayMetricsSet.TYPE, Attributes.of("host", "h1")),
              new GatewayMeter(
                  reference.meter(),
                  io.opentelemetry.api.common.Attributes.builder().put("host", "h1").build()));
      for (int i = 0; i < COLLECTIONS; i++) {
        for (int calls = random.nextInt(200); calls > 0; calls--) {
          record(both);
        }
        observe(both);
        Map<String, Metric> expected = Normalized.of(reference.collectAll(), "gateway");
        Map<String, Metric> sent = Normalized.of(engine.collect(), "gateway");
        if (preference == TemporalityPreference.LOW_MEMORY) {
          takeOutGauges(sent, expected);
        }
        assertThat(sent.keySet()).as("collection %s", i).isEqualTo(expected.keySet());
        expected.forEach(
            (name, metric) -> assertThat(sent).as("%s", name).containsEntry(name, metric));
        compared += Normalized.points(expected);
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  /**
   * Low memory says nothing of gauges (specification, "OTLP Exporter", "Additional environment
   * variable configuration"). OpenTelemetry sends those that were set since the last collection,
   * Numetry all that ever were, as with cumulative sums.
   */
  private static void takeOutGauges(Map<String, Metric> sent, Map<String, Metric> expected) {
    for (String name : List.of("gateway.depth", "gateway.heat")) {
      Metric theirs = expected.remove(name);
      Metric ours = sent.remove(name);
      if (theirs != null && ours != null) {
        assertThat(ours.getGauge().getDataPointsList())
            .containsAll(theirs.getGauge().getDataPointsList());
      }
    }
  }

  /** Values are sums of few powers of two, so that their sums are exact in any order. */
  private void record(List<GatewayMetrics> both) {
    Lane lane = Lane.any(random);
    long whole = random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 31));
    double part = random.nextInt(10) == 0 ? 0 : random.nextInt(1, 1 << 20) / 1024.0;
    int kind = random.nextInt(11);
    boolean negative = random.nextBoolean();
    for (GatewayMetrics each : both) {
      switch (kind) {
        case 0 -> each.addFrames(lane, whole);
        case 1 -> each.addBusy(lane, part);
        case 2 -> each.addInFlight(lane, negative ? -whole : whole);
        case 3 -> each.addWeight(lane, negative ? -part : part);
        case 4 -> each.setDepth(lane, negative ? -whole : whole);
        case 5 -> each.setHeat(lane, negative ? -part : part);
        case 6 -> each.recordBatch(lane, whole % 20_000);
        case 7 -> each.recordWait(lane, part);
        case 8 -> each.recordSize(lane, whole);
        case 9 -> each.recordTime(lane, part);
        default -> each.recordCoarse(lane, part);
      }
    }
  }

  /** Both are told all observed sums each time: OpenTelemetry drops those that it is not told. */
  private void observe(List<GatewayMetrics> both) {
    for (Lane lane : Lane.values()) {
      long bytes = read.merge(lane, random.nextLong(1 << 20), Long::sum);
      double seconds = cpu.merge(lane, random.nextInt(1 << 20) / 64.0, Double::sum);
      long pool = random.nextInt(-1000, 1000);
      double credit = random.nextInt(-1000, 1000) / 8.0;
      for (GatewayMetrics each : both) {
        each.observeRead(lane, bytes);
        each.observeCpu(lane, seconds);
        each.observePool(lane, pool);
        each.observeCredit(lane, credit);
      }
    }
  }
}
