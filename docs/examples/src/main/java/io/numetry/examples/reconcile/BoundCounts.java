package io.numetry.examples.reconcile;

import java.util.Arrays;

/** Counts how many numbers lie between which bounds. */
final class BoundCounts {
  private final double[] bounds;
  private final long[] counts;

  BoundCounts(double... bounds) {
    this.bounds = bounds.clone();
    this.counts = new long[bounds.length + 1];
  }

  void add(double value, long count) {
    int bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) {
      bucket++;
    }
    counts[bucket] += count;
  }

  ExplicitBuckets buckets() {
    return new ExplicitBuckets(
        Arrays.stream(bounds).boxed().toList(), Arrays.stream(counts).boxed().toList());
  }
}
