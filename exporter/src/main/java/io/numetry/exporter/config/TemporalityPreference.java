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
   * Counters and mmscs tell of the last interval; gauges are sent only when they were set in it.
   */
  DELTA(Temporality.DELTA, Temporality.DELTA),

  /** Whatever needs the least memory here: deltas for counters and mmscs. */
  LOW_MEMORY(Temporality.DELTA, Temporality.CUMULATIVE);

  private final Temporality sums;
  private final Temporality gauges;

  TemporalityPreference(Temporality sums, Temporality gauges) {
    this.sums = sums;
    this.gauges = gauges;
  }

  public Temporality temporality(InstrumentKind kind) {
    return switch (kind) {
      case COUNTER, MMSC -> sums;
      case UP_DOWN_COUNTER -> Temporality.CUMULATIVE;
      case GAUGE -> gauges;
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
