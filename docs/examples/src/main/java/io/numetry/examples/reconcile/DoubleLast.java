package io.numetry.examples.reconcile;

import io.numetry.schema.InstrumentKind;

/** The last of some {@code double}s in a plain field, and whether there was one. */
public final class DoubleLast {
  private double last;
  private boolean touched;

  public void set(double value) {
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
