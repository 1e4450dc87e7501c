package io.numetry.bench.jmh.vector;

import io.numetry.memory.NativeAccess;

/** The engine's and the exporter's own: of merged cells, cleared words, counts by eight, marks. */
final class PlainLoops extends Loops {
  private static final int GROUP = Long.BYTES;

  @Override
  void merge(long from, long into, int buckets) {
    long counts = from & NativeAccess.ADDRESS_BITS;
    long targets = into & NativeAccess.ADDRESS_BITS;
    for (int i = 0; i < buckets; i++) {
      long target = targets + (long) i * Long.BYTES;
      long sum =
          NativeAccess.getLong(target) + NativeAccess.getLong(counts + (long) i * Long.BYTES);
      NativeAccess.putLong(target, sum < 0 ? Long.MAX_VALUE : sum);
    }
  }

  @Override
  void clear(long at, int words) {
    NativeAccess.zero(at, words * Long.BYTES);
  }

  @Override
  boolean pack(long counts, long bytes, int buckets) {
    for (int i = 0; i < buckets; i += GROUP) {
      long group = (counts + (long) i * Long.BYTES) & NativeAccess.ADDRESS_BITS;
      long all = 0;
      long packed = 0;
      for (int k = 0; k < GROUP; k++) {
        long count = NativeAccess.getLong(group + (long) k * Long.BYTES);
        all |= count;
        packed |= count << (k * Byte.SIZE);
      }
      if ((all & ~SMALL) != 0) {
        return false;
      }
      NativeAccess.putLong(bytes + i, packed);
    }
    return true;
  }

  @Override
  int scan(long marks, int words) {
    int touched = 0;
    for (int i = 0; i < words; i++) {
      long word = NativeAccess.getLong(marks + (long) i * Long.BYTES);
      if (word != 0) {
        touched += Long.bitCount(word);
      }
    }
    return touched;
  }
}
