package io.numetry.exporter.otlp;

/**
 * Four counts below 2^14 in a long, the first one in the lowest 16 bits. As varints each takes one
 * byte or two; all four are encoded together, and no branch asks how many.
 */
final class CountLanes {
  /** Counts in a long. */
  static final int COUNT = 4;

  /** What a count has at most. */
  static final int BITS = 14;

  private static final long ONES = 0x0001_0001_0001_0001L;
  private static final long EIGHTS = 8 * ONES;
  private static final long LANE = 0xFFFFL;
  private static final long EVEN_LANES = 0x0000_FFFF_0000_FFFFL;

  private CountLanes() {}

  /**
   * What the varints lack to fill their lanes, in bits: in each lane the sum of its own, 0 or 8,
   * and of those of the lanes below.
   */
  static long gaps(long lanes) {
    // The product adds to each lane all below it.
    return (eightIfTwoBytes(lanes) ^ EIGHTS) * ONES;
  }

  /** What all four lack. */
  static int allGaps(long gaps) {
    return (int) (gaps >>> 48);
  }

  /** The four varints, one behind the other from the lowest byte on. */
  static long varints(long lanes, long gaps) {
    long groups = (lanes & (0x7F * ONES)) | ((lanes & (0x3F80 * ONES)) << 1);
    long apart = groups | (eightIfTwoBytes(lanes) << 4);
    // A shift takes the lowest six bits of its distance, which are the lane's that is lowest.
    return (apart & LANE)
        | ((apart & (LANE << 16)) >>> gaps)
        | ((apart & (LANE << 32)) >>> (gaps >>> 16))
        | ((apart & (LANE << 48)) >>> (gaps >>> 32));
  }

  /**
   * Two sums of two lanes, each in 32 bits; all bits of a lane may be in use. Those of 2^15 longs
   * can be added up.
   */
  static long pairs(long lanes) {
    return (lanes & EVEN_LANES) + ((lanes >>> Short.SIZE) & EVEN_LANES);
  }

  /** Sum of both. */
  static long sum(long pairs) {
    return (pairs & 0xFFFF_FFFFL) + (pairs >>> Integer.SIZE);
  }

  /** In each lane 8 if its count is 128 or more, which takes the sum's bit 14 to say. */
  private static long eightIfTwoBytes(long lanes) {
    return ((lanes + (0x3F80 * ONES)) >>> 11) & EIGHTS;
  }
}
