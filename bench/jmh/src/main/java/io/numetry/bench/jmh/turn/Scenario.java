package io.numetry.bench.jmh.turn;

import io.numetry.bench.support.measure.JitterLoop.Turn;
import io.numetry.bench.support.measure.OwnerPlace;
import java.io.IOException;
import java.time.Duration;

/** What telemetry there is beside the loop. */
enum Scenario {
  /** None. */
  ABSENT {
    @Override
    Surroundings open(OwnerPlace place) {
      return new Nothing();
    }
  },
  /** Numetry's core and aggregator, and no exporter: nothing is collected. */
  RECORDING {
    @Override
    Surroundings open(OwnerPlace place) {
      return NumetryAround.recordingOnly(place);
    }
  },
  /** All of Numetry: collected, encoded, sent over the loopback interface, each second. */
  EXPORTING {
    @Override
    Surroundings open(OwnerPlace place) throws IOException {
      return NumetryAround.exporting(place, SECOND);
    }
  },
  /**
   * The same a hundred times a second. After each flip an owner's first record to a set meets a
   * line that the aggregator had: with 256 sets that is every sixtieth turn or so.
   */
  EXPORTING_OFTEN {
    @Override
    Surroundings open(OwnerPlace place) throws IOException {
      return NumetryAround.exporting(place, Duration.ofMillis(10));
    }
  },
  /** The same instruments and values, collected and sent each second, by OpenTelemetry Java. */
  OPENTELEMETRY {
    @Override
    Surroundings open(OwnerPlace place) throws IOException {
      return new OpenTelemetryAround(SECOND);
    }
  };

  /** Sixty times as often as by default. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** On a thread that runs elsewhere than the owner. */
  abstract Surroundings open(OwnerPlace place) throws IOException;

  private static final class Nothing implements Surroundings, Surroundings.Owner {
    @Override
    public Owner begin() {
      return this;
    }

    @Override
    public Turn turn() {
      return Turn.NOTHING;
    }

    @Override
    public long requests() {
      return 1;
    }

    @Override
    public void close() {}
  }
}
