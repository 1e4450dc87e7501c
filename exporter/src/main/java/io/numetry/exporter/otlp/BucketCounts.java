package io.numetry.exporter.otlp;

import io.numetry.memory.NativeAccess;

/**
 * Encodes the counts of a range of buckets as varints, from the last to the first: eight at once
 * where each takes one byte, as most do in a short time; two at once where each takes four at most,
 * as most do for ever.
 *
 * <p>The position is no field while they are written: a field would be stored for each count, and
 * the next one would wait for the store.
 */
final class BucketCounts {
  /** What the first store reaches back beyond the bytes that it is for. */
  private static final int ROOM_BYTES = Long.BYTES;

  /** What four groups of seven bits have. */
  private static final int SHORT_BITS = 28;

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
    sum = 0;
    for (; left - first >= SmallCounts.GROUP; left -= SmallCounts.GROUP) {
      long group = lowest + (long) (left - SmallCounts.GROUP) * Long.BYTES;
      long bytes = SmallCounts.bytes(group);
      if (bytes >= 0) {
        at -= Long.BYTES;
        NativeAccess.putLong(at, bytes);
        sum = saturated(sum + SmallCounts.sum(bytes));
      } else {
        at = mixed(group, at);
      }
    }
    for (; left > first; left--) {
      long count = NativeAccess.getLong(lowest + (long) (left - 1) * Long.BYTES);
      at = one(count, at);
      sum = saturated(sum + count);
    }
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

  /** A method of its own, which a compiler need not inline: it is called once for eight. */
  private long mixed(long group, long to) {
    // Masked here, the addresses have a range that the compiler knows; it checks none of the eight.
    long counts = group & NativeAccess.ADDRESS_BITS;
    long at = to;
    long total = sum;
    for (int i = SmallCounts.GROUP - 2; i >= 0; i -= 2) {
      long low = NativeAccess.getLong(counts + (long) i * Long.BYTES);
      long high = NativeAccess.getLong(counts + (long) i * Long.BYTES + Long.BYTES);
      if ((low | high) >>> SHORT_BITS == 0) {
        // Groups of seven bits are moved apart, of both at once, and all but their last are marked.
        long both = low | (high << Integer.SIZE);
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
        NativeAccess.putLong(at - Long.BYTES, varints << absent);
        at -= Long.BYTES - (absent >>> 3);
      } else {
        at = one(low, one(high, at));
      }
      total = saturated(saturated(total + low) + high);
    }
    sum = total;
    return at;
  }

  private static long one(long count, long to) {
    int bytes = Varint.bytes(count);
    if (bytes > Long.BYTES) {
      return large(count, to - bytes);
    }
    long word = Varint.word(count, bytes) << ((Long.BYTES - bytes) * Byte.SIZE);
    NativeAccess.putLong(to - Long.BYTES, word);
    return to - bytes;
  }

  private static long large(long count, long start) {
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
