package io.numetry.bench.jmh.vector;

import io.numetry.memory.NativeAccess;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Written so that a compiler may make vector instructions of them: no branch within a turn, and a
 * segment a range, by which it can know that ranges are apart.
 */
final class BranchFreeLoops extends Loops {
  private static final int AT_ONCE = 8;

  @Override
  void merge(long from, long into, int buckets) {
    MemorySegment counts = range(from, buckets);
    MemorySegment targets = range(into, buckets);
    for (int i = 0; i < buckets; i++) {
      long sum =
          targets.getAtIndex(ValueLayout.JAVA_LONG, i)
              + counts.getAtIndex(ValueLayout.JAVA_LONG, i);
      targets.setAtIndex(
          ValueLayout.JAVA_LONG, i, (sum | (sum >> (Long.SIZE - 1))) & Long.MAX_VALUE);
    }
  }

  @Override
  void clear(long at, int words) {
    range(at, words).fill((byte) 0);
  }

  @Override
  boolean pack(long counts, long bytes, int buckets) {
    MemorySegment from = range(counts, buckets);
    long all = 0;
    for (int i = 0; i < buckets; i++) {
      all |= from.getAtIndex(ValueLayout.JAVA_LONG, i);
    }
    if ((all & ~SMALL) != 0) {
      return false;
    }
    MemorySegment to = range(bytes, buckets / Long.BYTES);
    for (int i = 0; i < buckets; i++) {
      to.set(ValueLayout.JAVA_BYTE, i, (byte) from.getAtIndex(ValueLayout.JAVA_LONG, i));
    }
    return true;
  }

  @Override
  int scan(long marks, int words) {
    int touched = 0;
    for (int i = 0; i < words; i += AT_ONCE) {
      long group = (marks + (long) i * Long.BYTES) & NativeAccess.ADDRESS_BITS;
      long any = 0;
      for (int k = 0; k < AT_ONCE; k++) {
        any |= NativeAccess.getLong(group + (long) k * Long.BYTES);
      }
      if (any != 0) {
        for (int k = 0; k < AT_ONCE; k++) {
          touched += Long.bitCount(NativeAccess.getLong(group + (long) k * Long.BYTES));
        }
      }
    }
    return touched;
  }

  @SuppressWarnings("restricted") // the bench's own memory
  private static MemorySegment range(long address, int words) {
    return MemorySegment.ofAddress(address).reinterpret((long) words * Long.BYTES);
  }
}
