package io.numetry.examples.reconcile;

/** Minimum, maximum, sum and count of {@code long}s in plain fields. */
public final class LongMmsc {
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;
  private long sum;
  private long count;

  public void record(long value) {
    record(value, 1);
  }

  /** Takes in so many equal values. */
  public void record(long value, long times) {
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
