package io.numetry.examples.reconcile;

import io.numetry.schema.InstrumentKind;

/** The last of some {@code long}s in a plain field, and whether there was one. */
public final class LongLast {
  private long last;
  private boolean touched;

  public void set(long value) {
    last = value;
    touched = true;
  }

  /** Writes the last value down; without one there is no series. */
  public void into(Recorded recorded, SeriesId id) {
    if (touched) {
      recorded.add(id, NumberReading.of(InstrumentKind.GAUGE, last));
    }
  }
}
