package io.numetry.bench.jmh.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.jmh.series.NumetryDelivery;
import io.numetry.bench.jmh.series.NumetryEncoding;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.OpenTelemetryEncoding;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.schema.Temporality;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both pipelines bring the sink whole requests, and those are what both encoders make. */
class CountingSinkTest {
  private static final int SERIES = 2_000;
  private static final int REQUESTS = 5;

  @ParameterizedTest
  @EnumSource(PointKind.class)
  void shouldTakeWhatBothSend(PointKind kind) throws IOException {
    var ours = new NumetrySeries(kind, SERIES, Temporality.CUMULATIVE);
    var theirs = new OpenTelemetrySeries(kind, SERIES, AggregationTemporality.CUMULATIVE);
    long ourBytes = new NumetryEncoding().encode(ours.window());
    long theirBytes = new OpenTelemetryEncoding().encode(theirs.collect());
    try (var sink = new CountingSink()) {
      try (var delivery = new NumetryDelivery(sink.endpoint())) {
        for (int i = 0; i < REQUESTS; i++) {
          delivery.export(ours.window());
        }
        delivery.flush();
        assertThat(delivery.acceptedPoints()).isEqualTo((long) REQUESTS * SERIES);
      }
      assertThat(sink.counts()).isEqualTo(new CountingSink.Counts(REQUESTS, REQUESTS * ourBytes));
      try (var exporter =
          OtlpHttpMetricExporter.builder().setEndpoint(sink.endpoint() + "/v1/metrics").build()) {
        for (int i = 0; i < REQUESTS; i++) {
          assertThat(exporter.export(theirs.collect()).join(30, TimeUnit.SECONDS).isSuccess())
              .isTrue();
        }
      }
      assertThat(sink.counts())
          .isEqualTo(new CountingSink.Counts(2 * REQUESTS, REQUESTS * (ourBytes + theirBytes)));
    }
  }
}
