package io.numetry.examples.reconcile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exponential buckets: that of index {@code i} holds the values in {@code (base^i, base^(i+1)]},
 * where {@code base = 2^(2^-scale)}.
 *
 * @param zeros values that are zero
 * @param positive counts by index; none is zero
 * @param negative counts of values below zero, by the index of their magnitude; none is zero
 */
public record ExponentialBuckets(
    int scale, long zeros, SortedMap<Integer, Long> positive, SortedMap<Integer, Long> negative)
    implements Buckets {

  public ExponentialBuckets {
    positive = used(positive, 0);
    negative = used(negative, 0);
  }

  /** Buckets of these and the others, at the coarser of their scales. */
  @Override
  public ExponentialBuckets plus(Buckets others) {
    if (!(others instanceof ExponentialBuckets exponential)) {
      throw new IllegalArgumentException("buckets: " + this + " and " + others + " differ");
    }
    int common = Math.min(scale, exponential.scale);
    ExponentialBuckets one = downscaled(common);
    ExponentialBuckets other = exponential.downscaled(common);
    return new ExponentialBuckets(
        common,
        Math.addExact(zeros, other.zeros),
        sum(one.positive, other.positive),
        sum(one.negative, other.negative));
  }

  @Override
  public boolean agreesWith(Buckets others) {
    if (!(others instanceof ExponentialBuckets exponential)) {
      return false;
    }
    int common = Math.min(scale, exponential.scale);
    return downscaled(common).equals(exponential.downscaled(common));
  }

  /** The same with buckets that each take in {@code 2^(scale - coarser)} of these. */
  public ExponentialBuckets downscaled(int coarser) {
    int by = scale - coarser;
    if (by < 0) {
      throw new IllegalArgumentException(
          "buckets: scale=" + coarser + " is finer than " + scale + ", which they have");
    }
    return by == 0
        ? this
        : new ExponentialBuckets(coarser, zeros, used(positive, by), used(negative, by));
  }

  @Override
  public long total() {
    return zeros + total(positive) + total(negative);
  }

  @Override
  public String toString() {
    return "scale " + scale + ": zeros=" + zeros + ", " + positive + ", below zero " + negative;
  }

  private static SortedMap<Integer, Long> used(SortedMap<Integer, Long> counts, int by) {
    SortedMap<Integer, Long> merged = new TreeMap<>();
    counts.forEach(
        (index, count) -> {
          if (count != 0) {
            merged.merge(by == 0 ? index : index >> by, count, Math::addExact);
          }
        });
    return Collections.unmodifiableSortedMap(merged);
  }

  private static SortedMap<Integer, Long> sum(
      SortedMap<Integer, Long> one, SortedMap<Integer, Long> other) {
    SortedMap<Integer, Long> both = new TreeMap<>(one);
    other.forEach((index, count) -> both.merge(index, count, Math::addExact));
    return both;
  }

  private static long total(SortedMap<Integer, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
