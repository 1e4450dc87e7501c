package io.numetry.examples.reconcile;

import io.numetry.schema.InstrumentKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One series as it was recorded and as it was received.
 *
 * @param recorded null if nobody recorded it
 * @param received null if nothing arrived
 */
public record Difference(SeriesId id, @Nullable Reading recorded, @Nullable Reading received) {

  public boolean isExact() {
    return recorded != null && received != null && recorded.isReachedBy(received);
  }

  /** Units recorded and not received; at least one if it is not exact and nothing is doubled. */
  public long lost() {
    return isExact() ? 0 : excess() < 0 ? -excess() : excess() == 0 ? 1 : 0;
  }

  /** Units received and not recorded. */
  public long doubled() {
    return Math.max(0, excess());
  }

  /** By how many units more was received than recorded, away from zero. */
  private long excess() {
    if (recorded == null || received == null) {
      return units(received) - units(recorded);
    }
    if (recorded instanceof MmscReading before && received instanceof MmscReading after) {
      return after.count() - before.count();
    }
    if (recorded instanceof HistogramReading before && received instanceof HistogramReading after) {
      return after.summary().count() - before.summary().count();
    }
    if (recorded instanceof NumberReading before
        && received instanceof NumberReading after
        && before.kind() == InstrumentKind.COUNTER
        && after.kind() == InstrumentKind.COUNTER) {
      return whole(after.value().subtract(before.value()));
    }
    return 0; // a value that differs is not more or less of it
  }

  /** What a series that only one side has weighs: its count, and at least one. */
  private static long units(@Nullable Reading reading) {
    if (reading instanceof MmscReading mmsc) {
      return Math.max(1, mmsc.count());
    }
    if (reading instanceof HistogramReading histogram) {
      return Math.max(1, histogram.summary().count());
    }
    if (reading instanceof NumberReading number && number.kind() == InstrumentKind.COUNTER) {
      return Math.max(1, whole(number.value()));
    }
    return reading == null ? 0 : 1;
  }

  private static long whole(BigDecimal value) {
    return value.setScale(0, RoundingMode.UP).longValueExact();
  }
}
