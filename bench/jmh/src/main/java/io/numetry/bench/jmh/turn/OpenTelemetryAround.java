package io.numetry.bench.jmh.turn;

import io.numetry.bench.jmh.export.CountingSink;
import io.numetry.bench.support.measure.JitterLoop.Turn;
import io.numetry.bench.support.measure.RecordingTurn;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.incubator.metrics.BoundLongCounter;
import io.opentelemetry.api.incubator.metrics.ExtendedLongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.ExemplarFilter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * OpenTelemetry Java, as it is fastest: bound instruments, exemplars off, its OTLP exporter by
 * default, with reusable data, read by its own periodic reader.
 */
final class OpenTelemetryAround implements Surroundings {
  private static final List<String> COUNTERS =
      List.of("bench.first", "bench.second", "bench.third", "bench.fourth");
  private static final AttributeKey<String> SET = AttributeKey.stringKey("bench.set");

  private final CountingSink sink = new CountingSink();
  private final SdkMeterProvider provider;

  OpenTelemetryAround(Duration interval) throws IOException {
    provider =
        SdkMeterProvider.builder()
            .setExemplarFilter(ExemplarFilter.alwaysOff())
            .registerMetricReader(
                PeriodicMetricReader.builder(
                        OtlpHttpMetricExporter.builder()
                            .setEndpoint(sink.endpoint() + "/v1/metrics")
                            .build())
                    .setInterval(interval)
                    .build())
            .build();
  }

  @Override
  public Owner begin() {
    var recording = new Recording(provider.get("bench.four_counters"));
    return new Owner() {
      @Override
      public Turn turn() {
        return recording;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public long requests() throws IOException {
    return sink.counts().requests();
  }

  @Override
  public void close() {
    provider.close();
    sink.close();
  }

  private static final class Recording implements Turn {
    private final BoundLongCounter[][] counters =
        new BoundLongCounter[RecordingTurn.SETS][COUNTERS.size()];

    Recording(Meter meter) {
      for (int c = 0; c < COUNTERS.size(); c++) {
        var counter =
            (ExtendedLongCounter) meter.counterBuilder(COUNTERS.get(c)).setUnit("{unit}").build();
        for (int i = 0; i < counters.length; i++) {
          counters[i][c] = counter.bind(Attributes.of(SET, "s" + i));
        }
      }
    }

    @Override
    public void record(int number) {
      for (BoundLongCounter counter : counters[number % counters.length]) {
        counter.add(1);
      }
    }
  }
}
