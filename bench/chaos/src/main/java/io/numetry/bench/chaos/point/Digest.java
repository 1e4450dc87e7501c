package io.numetry.bench.chaos.point;

/**
 * What a point says, in 64 bits: a hash that is fed the point's parts in one order at both ends, so
 * that a value which was changed on its way is noticed.
 */
public final class Digest {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private long state;

  private Digest(long kind) {
    add(kind);
  }

  public static long ofLong(long value) {
    return new Digest('L').add(value).value();
  }

  public static long ofDouble(double value) {
    return new Digest('D').add(Double.doubleToRawLongBits(value)).value();
  }

  /** The point says that its series has ended. */
  public static long ofEnd() {
    return new Digest('E').value();
  }

  /** Of a distribution without buckets; extrema of nothing are not looked at. */
  public static long ofSummary(long count, double sum, double min, double max) {
    return new Digest('S').summary(count, sum, min, max).value();
  }

  /** Of a distribution with bounds. */
  public static long ofBuckets(
      long count,
      double sum,
      double min,
      double max,
      Iterable<Double> bounds,
      Iterable<Long> counts) {
    Digest digest = new Digest('B').summary(count, sum, min, max);
    bounds.forEach(bound -> digest.add(Double.doubleToRawLongBits(bound)));
    counts.forEach(digest::add);
    return digest.value();
  }

  /** Of an exponential histogram; buckets that are empty are not looked at. */
  public static long ofExponential(
      long count,
      double sum,
      double min,
      double max,
      int scale,
      long zeroCount,
      int positiveOffset,
      Iterable<Long> positive,
      int negativeOffset,
      Iterable<Long> negative) {
    return new Digest('X')
        .summary(count, sum, min, max)
        .add(scale)
        .add(zeroCount)
        .filled('+', positiveOffset, positive)
        .filled('-', negativeOffset, negative)
        .value();
  }

  private Digest summary(long count, double sum, double min, double max) {
    add(count).add(Double.doubleToRawLongBits(sum));
    return count == 0
        ? this
        : add(Double.doubleToRawLongBits(min)).add(Double.doubleToRawLongBits(max));
  }

  private Digest filled(char side, int offset, Iterable<Long> counts) {
    int index = offset;
    for (long count : counts) {
      if (count != 0) {
        add(side).add(index).add(count);
      }
      index++;
    }
    return this;
  }

  private Digest add(long part) {
    long mixed = (state ^ part) * MULTIPLIER;
    state = mixed ^ (mixed >>> 29);
    return this;
  }

  private long value() {
    return state;
  }
}
