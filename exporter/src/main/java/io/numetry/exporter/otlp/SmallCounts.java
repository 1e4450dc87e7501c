package io.numetry.exporter.otlp;

import io.numetry.memory.NativeAccess;

/**
 * Eight counts side by side, each a long below 128: as varints they are eight bytes, which need no
 * loop. Most buckets of a histogram are such.
 */
final class SmallCounts {
  /** Counts in a group. */
  static final int GROUP = Long.BYTES;

  /** In place of the bytes of counts that are not small. */
  static final long NONE = -1;

  private static final long NOT_SMALL = -0x80L;
  private static final long EVEN_BYTES = 0x00FF_00FF_00FF_00FFL;
  private static final long SUM_OF_SHORTS = 0x0001_0001_0001_0001L;

  private SmallCounts() {}

  /** The counts of a group, the first one in the lowest byte; negative if not all are small. */
  static long bytes(long group) {
    // Masked here, the address has a range that the compiler knows; it checks none of the eight.
    long at = group & NativeAccess.ADDRESS_BITS;
    // Unrolled by the compiler; written out, eight accesses are more than it is willing to inline.
    long all = 0;
    long bytes = 0;
    for (int i = 0; i < GROUP; i++) {
      long count = NativeAccess.getLong(at + (long) i * Long.BYTES);
      all |= count;
      bytes |= count << (i * Byte.SIZE);
    }
    return (all & NOT_SMALL) == 0 ? bytes : NONE;
  }

  /** Sum of eight bytes below 128. */
  static long sum(long bytes) {
    long pairs = (bytes & EVEN_BYTES) + ((bytes >>> Byte.SIZE) & EVEN_BYTES);
    return (pairs * SUM_OF_SHORTS) >>> (Long.SIZE - Short.SIZE);
  }
}
