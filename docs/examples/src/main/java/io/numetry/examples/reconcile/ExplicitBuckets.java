package io.numetry.examples.reconcile;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Buckets with bounds of the schema's.
 *
 * @param bounds inclusive upper bounds, ascending
 * @param counts one more than the bounds
 */
public record ExplicitBuckets(List<Double> bounds, List<Long> counts) implements Buckets {

  public ExplicitBuckets {
    bounds = List.copyOf(bounds);
    counts = List.copyOf(counts);
    if (counts.size() != bounds.size() + 1) {
      throw new IllegalArgumentException(
          "buckets: bounds=" + bounds + " and counts=" + counts + "; one more count is needed");
    }
  }

  @Override
  public ExplicitBuckets plus(Buckets others) {
    if (!(others instanceof ExplicitBuckets explicit) || !explicit.bounds.equals(bounds)) {
      throw new IllegalArgumentException("buckets: " + this + " and " + others + " differ");
    }
    return new ExplicitBuckets(
        bounds,
        IntStream.range(0, counts.size())
            .mapToObj(i -> Math.addExact(counts.get(i), explicit.counts.get(i)))
            .toList());
  }

  @Override
  public boolean agreesWith(Buckets others) {
    return equals(others);
  }

  @Override
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String toString() {
    return "up to " + bounds + ": " + counts;
  }
}
