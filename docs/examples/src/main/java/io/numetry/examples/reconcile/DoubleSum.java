package io.numetry.examples.reconcile;

import io.numetry.schema.InstrumentKind;

/** A sum of {@code double}s in a plain field, and whether anything was ever added. */
public final class DoubleSum {
  private double sum;
  private boolean touched;

  public void add(double value) {
    sum += value;
    touched = true;
  }

  /** Writes the sum down; one that nothing was added to is no series. */
  public void into(Recorded recorded, SeriesId id, InstrumentKind kind) {
    if (touched) {
      recorded.add(id, NumberReading.of(kind, sum));
    }
  }
}
