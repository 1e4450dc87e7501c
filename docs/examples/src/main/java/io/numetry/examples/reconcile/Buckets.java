package io.numetry.examples.reconcile;

/** How the values of a histogram are distributed. */
public sealed interface Buckets permits ExplicitBuckets, ExponentialBuckets {

  /**
   * These and other buckets of the same instrument.
   *
   * @throws IllegalArgumentException if they are of another instrument
   */
  Buckets plus(Buckets others);

  /** True if the others hold the same, as far as the coarser of the two tells values apart. */
  boolean agreesWith(Buckets others);

  /** Values in all buckets. */
  long total();
}
