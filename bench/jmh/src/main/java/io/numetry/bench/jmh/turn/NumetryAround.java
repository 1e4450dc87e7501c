package io.numetry.bench.jmh.turn;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.bench.jmh.export.CountingSink;
import io.numetry.bench.support.measure.JitterLoop.Turn;
import io.numetry.bench.support.measure.OwnerPlace;
import io.numetry.bench.support.measure.RecordingTurn;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.numa.CpuSet;
import io.numetry.numa.placement.PlacementRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Numetry, placed as its guide has it: the owner's CPU for a core, the others kept free. */
final class NumetryAround implements Surroundings {

  private final Telemetry telemetry;
  private final @Nullable CountingSink sink;

  private NumetryAround(
      TelemetryBuilder builder, OwnerPlace place, Duration interval, @Nullable CountingSink sink) {
    this.sink = sink;
    this.telemetry =
        builder
            .serviceName("bench-turns")
            .interval(interval)
            .placement(
                PlacementRequest.coreSet(CpuSet.of(place.owner()))
                    .withHousekeeping(place.elsewhere()))
            .start();
  }

  static NumetryAround recordingOnly(OwnerPlace place) {
    return new NumetryAround(Telemetry.builder(), place, Duration.ofSeconds(1), null);
  }

  static NumetryAround exporting(OwnerPlace place, Duration interval) throws IOException {
    var sink = new CountingSink();
    try {
      return new NumetryAround(
          Telemetry.builder()
              .exporter(OtlpMetricExporter.builder().endpoint(sink.endpoint()).build()),
          place,
          interval,
          sink);
    } catch (RuntimeException e) {
      sink.close();
      throw e;
    }
  }

  @Override
  public Owner begin() {
    TelemetryCore core = telemetry.openCore(CoreOptions.planned());
    var recording = new RecordingTurn(core);
    return new Owner() {
      @Override
      public Turn turn() {
        return recording;
      }

      @Override
      public void close() {
        core.close();
      }
    };
  }

  @Override
  public long requests() throws IOException {
    return sink == null ? 1 : sink.counts().requests();
  }

  @Override
  public void close() {
    telemetry.close();
    if (sink != null) {
      sink.close();
    }
  }
}
