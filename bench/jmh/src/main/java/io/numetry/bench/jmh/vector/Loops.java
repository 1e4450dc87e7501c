package io.numetry.bench.jmh.vector;

/**
 * The loops over native memory that a drain and an encoder spend time in. Addresses are absolute
 * and aligned to 8; ranges do not overlap.
 */
abstract class Loops {
  /** The largest count that is one byte as a varint. */
  static final long SMALL = 127;

  /** Merges buckets: adds each count to the one it goes to, which stays at the largest long. */
  abstract void merge(long from, long into, int buckets);

  /** Makes words zero. */
  abstract void clear(long at, int words);

  /**
   * Packs counts into one byte each, a whole number of eights of them.
   *
   * @return whether all were {@link #SMALL} at most; else what was written means nothing
   */
  abstract boolean pack(long counts, long bytes, int buckets);

  /**
   * Walks over marks, a word a cache line of cells.
   *
   * @return touched cells, each one bit
   */
  abstract int scan(long marks, int words);
}
