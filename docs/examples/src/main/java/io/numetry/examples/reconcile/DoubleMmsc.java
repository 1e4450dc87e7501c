package io.numetry.examples.reconcile;

/** Minimum, maximum, sum and count of {@code double}s in plain fields. */
public final class DoubleMmsc {
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sum;
  private long count;

  public void record(double value) {
    record(value, 1);
  }

  /** Takes in so many equal values. */
  public void record(double value, long times) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value * times;
    count += times;
  }

  /** Writes the four down; without a value there is no series. */
  public void into(Recorded recorded, SeriesId id) {
    if (!isEmpty()) {
      recorded.add(id, reading());
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  MmscReading reading() {
    return MmscReading.of(min, max, sum, count);
  }
}
