package io.numetry.examples.reconcile;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how many numbers lie between which powers of two: exponential buckets of scale 0. */
final class PowerCounts {
  private static final int LOWEST = Double.MIN_EXPONENT - 1;

  private final long[] positive = new long[Double.MAX_EXPONENT - LOWEST + 1];
  private final long[] negative = new long[positive.length];
  private long zeros;

  /** Takes in a number; not one so small that it is subnormal. */
  void add(double value, long count) {
    if (value == 0) {
      zeros += count;
    } else {
      (value > 0 ? positive : negative)[index(Math.abs(value)) - LOWEST] += count;
    }
  }

  ExponentialBuckets buckets() {
    return new ExponentialBuckets(0, zeros, byIndex(positive), byIndex(negative));
  }

  /** A power of two is the upper bound of its bucket, and belongs to it. */
  private static int index(double magnitude) {
    int exponent = Math.getExponent(magnitude);
    return magnitude == Math.scalb(1.0, exponent) ? exponent - 1 : exponent;
  }

  private static SortedMap<Integer, Long> byIndex(long[] counts) {
    SortedMap<Integer, Long> used = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        used.put(i + LOWEST, counts[i]);
      }
    }
    return used;
  }
}
