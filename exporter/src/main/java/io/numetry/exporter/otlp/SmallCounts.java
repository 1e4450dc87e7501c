package io.numetry.exporter.otlp;

/** Eight counts below 128 in a long, the first one in the lowest byte: these are their varints. */
final class SmallCounts {
  /** What a count has at most. */
  static final int BITS = 7;

  private static final long EVEN_BYTES = 0x00FF_00FF_00FF_00FFL;
  private static final long SUM_OF_SHORTS = 0x0001_0001_0001_0001L;

  private SmallCounts() {}

  static long sum(long bytes) {
    long pairs = (bytes & EVEN_BYTES) + ((bytes >>> Byte.SIZE) & EVEN_BYTES);
    return (pairs * SUM_OF_SHORTS) >>> (Long.SIZE - Short.SIZE);
  }
}
