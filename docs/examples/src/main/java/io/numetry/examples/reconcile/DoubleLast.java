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

  /** Writes a gauge's last value down; without one there is no series. */
  public void into(Recorded recorded, SeriesId id) {
    into(recorded, id, InstrumentKind.GAUGE);
  }

  /**
   * Writes the last value down.
   *
   * @param kind what a receiver takes it for: an observed counter is a counter to it
   */
  public void into(Recorded recorded, SeriesId id, InstrumentKind kind) {
    if (touched) {
      recorded.add(id, NumberReading.of(kind, last));
    }
  }
}
