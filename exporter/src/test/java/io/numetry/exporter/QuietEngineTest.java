package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.TestCollector;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telemetry of telemetry does not feed itself: sending it makes as much of it each time. */
class QuietEngineTest extends DeliveryChecks {
  private static final int COLLECTIONS = 20;

  /** There are 17 on a host of one node, and 24 with a spool. */
  private static final int MAX_SERIES = 30;

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({"CUMULATIVE, false", "DELTA, false", "CUMULATIVE, true", "DELTA, true"})
  void shouldSendAsMuchEachTime(TemporalityPreference temporality, boolean spooled) {
    try (var collector = new TestCollector()) {
      var options = OtlpMetricExporter.builder().endpoint(collector.url()).temporality(temporality);
      if (spooled) {
        options.spool(SpoolOptions.builder(temp.resolve("spool")).build());
      }
      try (Telemetry telemetry =
              Telemetry.builder()
                  .interval(Duration.ofHours(1))
                  .bankHalfBytes(1 << 20)
                  .exporter(options.build())
                  .start();
          TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("quiet"))) {
        core.idle();
        for (int i = 0; i < COLLECTIONS; i++) {
          assertThat(telemetry.flush(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(collector.received()).as("a request a collection").hasSize(COLLECTIONS);
        // The first tells nothing of a request yet, and the second first tells of one.
        List<ExportMetricsServiceRequest> steady = collector.requests().subList(2, COLLECTIONS);
        Set<String> series = series(steady.getFirst());
        assertThat(series).hasSizeBetween(5, MAX_SERIES);
        assertThat(steady).allSatisfy(each -> assertThat(series(each)).isEqualTo(series));
        assertThat(steady)
            .extracting(each -> each.getSerializedSize())
            .containsOnly(steady.getFirst().getSerializedSize());
      }
    }
  }

  private static Set<String> series(ExportMetricsServiceRequest request) {
    var series = new TreeSet<String>();
    for (var scope : request.getResourceMetrics(0).getScopeMetricsList()) {
      for (Metric metric : scope.getMetricsList()) {
        metric
            .getSum()
            .getDataPointsList()
            .forEach(point -> series.add(metric.getName() + keys(point.getAttributesList())));
        metric
            .getGauge()
            .getDataPointsList()
            .forEach(point -> series.add(metric.getName() + keys(point.getAttributesList())));
        metric
            .getHistogram()
            .getDataPointsList()
            .forEach(point -> series.add(metric.getName() + keys(point.getAttributesList())));
      }
    }
    return series;
  }

  private static List<String> keys(List<KeyValue> attributes) {
    return attributes.stream().map(KeyValue::toString).sorted().toList();
  }
}
