package io.numetry.bench.jmh.turn;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.attribute.Attributes;
import io.numetry.bench.jmh.export.CountingSink;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.bench.support.measure.JitterLoop.Turn;
import io.numetry.bench.support.measure.OwnerPlace;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.numa.CpuSet;
import io.numetry.numa.placement.PlacementRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Numetry, placed as its guide has it: the owner's CPU for a core, the others kept free. */
final class NumetryAround implements Surroundings {
  static final int SETS = 256;

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
    var recording = new Recording(core);
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

  private static final class Recording implements Turn {
    private final TelemetryCore core;
    private final FourCountersSet[] sets = new FourCountersSet[SETS];

    Recording(TelemetryCore core) {
      this.core = core;
      for (int i = 0; i < SETS; i++) {
        sets[i] = core.register(FourCountersSet.TYPE, Attributes.of("bench.set", "s" + i));
      }
    }

    @Override
    public void record(int number) {
      FourCountersSet set = sets[number % SETS];
      set.addFirst(1);
      set.addSecond(1);
      set.addThird(1);
      set.addFourth(1);
      core.poll();
    }
  }
}
