package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.guard.GuardedMetricsSet;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.TestCollector;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deltas to one destination, cumulative points to another, and one of them away for a while: the
 * other notices nothing, and both come to the same total.
 */
class SeveralExportersTest extends DeliveryChecks {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final String TURNS = "guarded.turns";

  @TempDir private Path temp;

  /** A destination that can be away, and keeps apart what it took. */
  private static final class Destination implements AutoCloseable {
    private final TestCollector collector = new TestCollector();
    private final List<Boolean> took = new CopyOnWriteArrayList<>();
    private final List<ExportMetricsServiceRequest> taken = new ArrayList<>();
    private int looked;
    private volatile boolean away;

    Destination() {
      collector.answerAll(this::answer);
    }

    /** Requests come one after the other: its answers are in the order of what was received. */
    private void answer(HttpExchange exchange) throws IOException {
      boolean taken = !away;
      took.add(taken);
      TestCollector.status(taken ? 200 : 503).to(exchange);
    }

    /** Each request is read once: who waits asks again and again, and more come meanwhile. */
    List<ExportMetricsServiceRequest> taken() {
      List<TestCollector.Received> received = collector.received();
      for (int answered = took.size(); looked < answered; looked++) {
        if (took.get(looked)) {
          taken.add(received.get(looked).request());
        }
      }
      return taken;
    }

    List<NumberDataPoint> points(AggregationTemporality temporality) {
      return taken().stream()
          .flatMap(request -> request.getResourceMetricsList().stream())
          .flatMap(resource -> resource.getScopeMetricsList().stream())
          .flatMap(scope -> scope.getMetricsList().stream())
          .filter(metric -> metric.getName().equals(TURNS))
          .map(Metric::getSum)
          .peek(sum -> assertThat(sum.getAggregationTemporality()).isEqualTo(temporality))
          .flatMap(sum -> sum.getDataPointsList().stream())
          .filter(point -> point.getFlags() == 0)
          .toList();
    }

    /** Each interval begins where the one before has ended. */
    long deltas() {
      long sum = 0;
      long end = 0;
      for (NumberDataPoint point : points(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA)) {
        assertThat(point.getStartTimeUnixNano()).isGreaterThanOrEqualTo(end);
        end = point.getTimeUnixNano();
        sum += point.getAsInt();
      }
      return sum;
    }

    long lastTotal() {
      List<NumberDataPoint> points =
          points(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
      return points.isEmpty() ? 0 : points.getLast().getAsInt();
    }

    @Override
    public void close() {
      collector.close();
    }
  }

  private OtlpMetricExporter exporter(
      Destination destination, TemporalityPreference temporality, boolean spooled) {
    OtlpMetricExporter.Builder options =
        Delivery.quick(destination.collector.url()).temporality(temporality);
    if (spooled) {
      options.spool(
          SpoolOptions.builder(temp.resolve(temporality.name()))
              .segmentBytes(64 << 10)
              .maxBytes(4 << 20)
              .after(Duration.ZERO)
              .build());
    }
    return options.build();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).isNegative();
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"DELTA, false", "DELTA, true", "CUMULATIVE, false", "CUMULATIVE, true"})
  void shouldComeToTheSameTotalWhicheverWasAway(TemporalityPreference which, boolean spooled)
      throws Exception {
    try (var deltas = new Destination();
        var totals = new Destination()) {
      Destination leaving = which == TemporalityPreference.DELTA ? deltas : totals;
      OtlpMetricExporter first = exporter(deltas, TemporalityPreference.DELTA, spooled);
      OtlpMetricExporter second = exporter(totals, TemporalityPreference.CUMULATIVE, spooled);
      OtlpMetricExporter left = which == TemporalityPreference.DELTA ? first : second;
      try (Telemetry telemetry =
              Telemetry.builder()
                  .serviceName("several")
                  .bankHalfBytes(1 << 20)
                  .interval(Duration.ofMillis(5))
                  .exporter(first)
                  .exporter(second)
                  .start();
          TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("engine"))) {
        GuardedMetricsSet metrics = core.register(GuardedMetricsSet.TYPE);
        metrics.addTurns(100);
        core.poll();
        core.idle();
        await(() -> deltas.deltas() == 100 && totals.lastTotal() == 100);

        leaving.away = true;
        // Its last request may have been under way.
        await(() -> left.statistics().retries() > 0);
        for (int i = 1; i <= 20; i++) {
          long expected = 100 + 10L * i;
          core.resume();
          metrics.addTurns(10);
          core.poll();
          core.idle();
          await(() -> (leaving == deltas ? totals.lastTotal() : deltas.deltas()) == expected);
        }
        assertThat(leaving == deltas ? deltas.deltas() : totals.lastTotal()).isEqualTo(100);
        assertThat(left.spoolStatistics().isPresent()).isEqualTo(spooled);

        leaving.away = false;
        await(() -> deltas.deltas() == 300);
        await(() -> totals.lastTotal() == 300);
        core.resume();
        metrics.addTurns(7);
      }
      if (spooled) {
        // The last frames may have been put behind those that still lay in the spool.
        try (var nextFirst = new Delivery(exporter(deltas, TemporalityPreference.DELTA, true));
            var nextSecond =
                new Delivery(exporter(totals, TemporalityPreference.CUMULATIVE, true))) {
          await(() -> nextFirst.isSpoolEmpty() && nextSecond.isSpoolEmpty());
        }
      }
      assertThat(deltas.deltas()).isEqualTo(307);
      assertThat(totals.lastTotal()).isEqualTo(307);
      assertThat(first.statistics().droppedPoints()).isZero();
      assertThat(second.statistics().droppedPoints()).isZero();
    }
  }

  @Test
  void shouldTellTheResourceToEach() throws Exception {
    try (var one = new Destination();
        var other = new Destination();
        Telemetry telemetry =
            Telemetry.builder()
                .serviceName("several")
                .bankHalfBytes(1 << 20)
                .interval(Duration.ofMillis(5))
                .exporter(exporter(one, TemporalityPreference.CUMULATIVE, false))
                .exporter(exporter(other, TemporalityPreference.DELTA, false))
                .start()) {
      await(() -> !one.taken().isEmpty() && !other.taken().isEmpty());
      for (Destination each : List.of(one, other)) {
        assertThat(each.taken())
            .allSatisfy(
                request ->
                    assertThat(request.getResourceMetrics(0).getResource().getAttributesList())
                        .filteredOn(pair -> pair.getKey().equals("service.name"))
                        .extracting(KeyValue::getValue)
                        .extracting(value -> value.getStringValue())
                        .containsExactly("several"));
      }
      assertThat(telemetry.health().exporters()).hasSize(2);
    }
  }
}
