package io.numetry.exporter.otlp;

import io.numetry.memory.NativeAccess;

/**
 * Encodes the counts of a range of buckets as varints, from the last to the first, in groups of
 * eight: all at once where each takes one byte, as most do in a short time; four at once where each
 * takes two at most; two at once where each takes four at most, as most do for ever.
 *
 * <p>A group is read again for each of these. Loads cost next to nothing beside what is done with
 * what was loaded, and nothing is done in vain.
 *
 * <p>The position is no field while they are written: a field would be stored for each count, and
 * the next one would wait for the store.
 */
final class BucketCounts {
  /** What the first store reaches back beyond the bytes that it is for. */
  private static final int ROOM_BYTES = Long.BYTES;

  private static final int GROUP = 8;

  /** What four groups of seven bits have. */
  private static final int FOUR_BYTES_BITS = 28;

  private long sum;

  /**
   * Writes counts {@code first} to {@code end - 1}.
   *
   * @param lowest address of count 0, a long each
   * @param to address behind the last byte; before it there is room for {@link #maxBytes}
   * @return address of the first byte written
   */
  long encode(long lowest, int first, int end, long to) {
    long at = to;
    int left = end;
    long pairs = 0;
    sum = 0;
    for (; left - first >= GROUP; left -= GROUP) {
      // Masked here, the address has a range that the compiler knows; it checks none of the loads.
      long group = (lowest + (long) (left - GROUP) * Long.BYTES) & NativeAccess.ADDRESS_BITS;
      long bits = bits(group);
      if (bits >>> SmallCounts.BITS == 0) {
        long bytes = bytes(group);
        at -= Long.BYTES;
        NativeAccess.putLong(at, bytes);
        pairs += SmallCounts.sum(bytes);
      } else if (bits >>> CountLanes.BITS == 0) {
        long low = lanes(group);
        long high = lanes(group + CountLanes.COUNT * Long.BYTES);
        at = four(low, four(high, at));
        pairs += CountLanes.pairs(low + high);
      } else {
        at = large(group, bits, at);
      }
    }
    for (; left > first; left--) {
      long count = NativeAccess.getLong(lowest + (long) (left - 1) * Long.BYTES);
      at = one(count, at);
      sum = saturated(sum + count);
    }
    sum = saturated(sum + CountLanes.sum(pairs));
    return at;
  }

  /** Bytes that so many counts need room for. */
  static int maxBytes(int buckets) {
    return buckets * Varint.MAX_BYTES + ROOM_BYTES;
  }

  /** Sum of the counts encoded last. */
  long sum() {
    return sum;
  }

  // Loops of eight, because the compiler unrolls them; written out, eight accesses are more than it
  // is willing to inline.

  /** The bits that any of a group's counts has. */
  private static long bits(long group) {
    long bits = 0;
    for (int i = 0; i < GROUP; i++) {
      bits |= NativeAccess.getLong(group + (long) i * Long.BYTES);
    }
    return bits;
  }

  private static long bytes(long group) {
    long bytes = 0;
    for (int i = 0; i < GROUP; i++) {
      bytes |= NativeAccess.getLong(group + (long) i * Long.BYTES) << (i * Byte.SIZE);
    }
    return bytes;
  }

  private static long lanes(long counts) {
    long lanes = 0;
    for (int i = 0; i < CountLanes.COUNT; i++) {
      lanes |= NativeAccess.getLong(counts + (long) i * Long.BYTES) << (i * Short.SIZE);
    }
    return lanes;
  }

  private static long four(long lanes, long to) {
    long gaps = CountLanes.gaps(lanes);
    int absent = CountLanes.allGaps(gaps);
    NativeAccess.putLong(to - Long.BYTES, CountLanes.varints(lanes, gaps) << absent);
    return to - Long.BYTES + (absent >>> 3);
  }

  /** A method of its own, which a compiler need not inline: it is called once for eight. */
  private long large(long group, long bits, long to) {
    long at = to;
    long total = sum;
    if (bits >>> FOUR_BYTES_BITS == 0) {
      for (int i = GROUP - 2; i >= 0; i -= 2) {
        long low = NativeAccess.getLong(group + (long) i * Long.BYTES);
        long high = NativeAccess.getLong(group + (long) i * Long.BYTES + Long.BYTES);
        at = two(low | (high << Integer.SIZE), at);
        total += low + high;
      }
      sum = saturated(total);
      return at;
    }
    for (int i = GROUP - 1; i >= 0; i--) {
      long count = NativeAccess.getLong(group + (long) i * Long.BYTES);
      at = one(count, at);
      total = saturated(total + count);
    }
    sum = total;
    return at;
  }

  /**
   * @param both a count in each half, below 2^28
   */
  private static long two(long both, long to) {
    // Groups of seven bits are moved apart, of both at once, and all but their last are marked.
    long twos = (both & 0x0000_3FFF_0000_3FFFL) | ((both & 0x0FFF_C000_0FFF_C000L) << 2);
    long groups = (twos & 0x007F_007F_007F_007FL) | ((twos & 0x3F80_3F80_3F80_3F80L) << 1);
    int lowGroups = (int) groups;
    int highGroups = (int) (groups >>> Integer.SIZE);
    int lowAbsent = Integer.numberOfLeadingZeros(lowGroups | 1) & -Byte.SIZE;
    int highAbsent = Integer.numberOfLeadingZeros(highGroups | 1) & -Byte.SIZE;
    long lowVarint = lowGroups | (0x0080_8080 >>> lowAbsent);
    long highVarint = highGroups | (0x0080_8080 >>> highAbsent);
    long varints = (lowVarint & 0xFFFF_FFFFL) | (highVarint << (Integer.SIZE - lowAbsent));
    int absent = lowAbsent + highAbsent;
    NativeAccess.putLong(to - Long.BYTES, varints << absent);
    return to - Long.BYTES + (absent >>> 3);
  }

  private static long one(long count, long to) {
    int bytes = Varint.bytes(count);
    if (bytes > Long.BYTES) {
      return longest(count, to - bytes);
    }
    long word = Varint.word(count, bytes) << ((Long.BYTES - bytes) * Byte.SIZE);
    NativeAccess.putLong(to - Long.BYTES, word);
    return to - bytes;
  }

  private static long longest(long count, long start) {
    long at = start;
    long left = count;
    for (; (left & -0x80L) != 0; left >>>= 7) {
      NativeAccess.putByte(at++, (byte) (left | 0x80));
    }
    NativeAccess.putByte(at, (byte) left);
    return start;
  }

  /** Cells keep counts from overflowing by staying at the largest; so does their sum. */
  static long saturated(long sum) {
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
