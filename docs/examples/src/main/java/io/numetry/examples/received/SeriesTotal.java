package io.numetry.examples.received;

import io.numetry.examples.reconcile.Reading;
import org.jspecify.annotations.Nullable;

/** One series' points added up. */
final class SeriesTotal {
  /** Deltas so far, and cumulative points of lives that are over. */
  private @Nullable Reading past;

  /** The last point that stands for all since its start. */
  private @Nullable Reading current;

  private long currentStartUnixNanos;

  void add(Point point, Reading reading) {
    if (point.isDelta()) {
      past = sum(past, reading);
      return;
    }
    if (point.startUnixNanos() != currentStartUnixNanos && !point.isGauge()) {
      past = current == null ? past : sum(past, current);
    }
    current = reading;
    currentStartUnixNanos = point.startUnixNanos();
  }

  Reading reading() {
    if (current == null) {
      if (past == null) {
        throw new IllegalStateException("series: has no point");
      }
      return past;
    }
    return sum(past, current);
  }

  private static Reading sum(@Nullable Reading earlier, Reading later) {
    return earlier == null ? later : earlier.plus(later);
  }
}
