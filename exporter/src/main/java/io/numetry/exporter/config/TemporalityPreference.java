package io.numetry.exporter.config;

import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.util.Locale;
import java.util.Optional;

/** Which temporality points have, by instrument; up-down counters are cumulative in all. */
public enum TemporalityPreference {
  /** All points tell of the time since their series began. */
  CUMULATIVE(Temporality.CUMULATIVE, Temporality.CUMULATIVE),

  /**
   * Counters and distributions tell of the last interval; gauges are sent only when they were set
   * in it.
   */
  DELTA(Temporality.DELTA, Temporality.DELTA),

  /**
   * Whatever needs the least memory here: deltas for what is added up, but not for observed
   * counters, whose deltas need the sum before.
   */
  LOW_MEMORY(Temporality.DELTA, Temporality.CUMULATIVE);

  private final Temporality added;
  private final Temporality told;

  /**
   * @param added of what is added up from recorded values
   * @param told of what the user tells as a whole: observed counters and gauges
   */
  TemporalityPreference(Temporality added, Temporality told) {
    this.added = added;
    this.told = told;
  }

  public Temporality temporality(InstrumentKind kind) {
    return switch (kind) {
      case COUNTER, MMSC, EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> added;
      case OBSERVE_COUNTER, GAUGE -> told;
      case UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER -> Temporality.CUMULATIVE;
    };
  }

  /** By the name that the specification gives it, in any case. */
  static Optional<TemporalityPreference> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "cumulative" -> Optional.of(CUMULATIVE);
      case "delta" -> Optional.of(DELTA);
      case "lowmemory" -> Optional.of(LOW_MEMORY);
      default -> Optional.empty();
    };
  }
}
