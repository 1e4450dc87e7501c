package io.numetry.bench.jmh.vector;

import io.numetry.memory.NativeAccess;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** With {@code jdk.incubator.vector}, at the width that the machine prefers: 4 words at least. */
final class VectorLoops extends Loops {
  private static final VectorSpecies<Long> WORDS = LongVector.SPECIES_PREFERRED;
  private static final int LANES = WORDS.length();
  private static final int MIN_LANES = 4;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @SuppressWarnings("restricted") // as NativeAccess has it
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  VectorLoops() {
    if (LANES != MIN_LANES && LANES != Long.BYTES) {
      throw new IllegalStateException(
          "vectors of " + WORDS.vectorBitSize() + " bits, this bench needs 256 or 512");
    }
  }

  @Override
  void merge(long from, long into, int buckets) {
    long at = from & NativeAccess.ADDRESS_BITS;
    long target = into & NativeAccess.ADDRESS_BITS;
    int i = 0;
    for (; i < WORDS.loopBound(buckets); i += LANES) {
      long offset = (long) i * Long.BYTES;
      saturated(load(target + offset).add(load(at + offset)))
          .intoMemorySegment(ALL, target + offset, ORDER);
    }
    if (i < buckets) {
      VectorMask<Long> rest = WORDS.indexInRange(i, buckets);
      long offset = (long) i * Long.BYTES;
      saturated(load(target + offset, rest).add(load(at + offset, rest)))
          .intoMemorySegment(ALL, target + offset, ORDER, rest);
    }
  }

  @Override
  void clear(long at, int words) {
    LongVector zero = LongVector.zero(WORDS);
    long start = at & NativeAccess.ADDRESS_BITS;
    int i = 0;
    for (; i < WORDS.loopBound(words); i += LANES) {
      zero.intoMemorySegment(ALL, start + (long) i * Long.BYTES, ORDER);
    }
    if (i < words) {
      zero.intoMemorySegment(
          ALL, start + (long) i * Long.BYTES, ORDER, WORDS.indexInRange(i, words));
    }
  }

  @Override
  boolean pack(long counts, long bytes, int buckets) {
    long from = counts & NativeAccess.ADDRESS_BITS;
    for (int i = 0; i < buckets; i += LANES) {
      LongVector group = load(from + (long) i * Long.BYTES);
      if (group.and(~SMALL).compare(VectorOperators.NE, 0).anyTrue()) {
        return false;
      }
      ByteVector packed =
          (ByteVector) group.convertShape(VectorOperators.L2B, ByteVector.SPECIES_64, 0);
      if (LANES == Long.BYTES) {
        NativeAccess.putLong(bytes + i, packed.reinterpretAsLongs().lane(0));
      } else {
        NativeAccess.putInt(bytes + i, packed.reinterpretAsInts().lane(0));
      }
    }
    return true;
  }

  @Override
  int scan(long marks, int words) {
    long start = marks & NativeAccess.ADDRESS_BITS;
    int touched = 0;
    for (int i = 0; i < words; i += LANES) {
      long left =
          load(start + (long) i * Long.BYTES).compare(VectorOperators.NE, 0).toLong();
      for (; left != 0; left &= left - 1) {
        int word = i + Long.numberOfTrailingZeros(left);
        touched += Long.bitCount(NativeAccess.getLong(start + (long) word * Long.BYTES));
      }
    }
    return touched;
  }

  private static LongVector load(long address) {
    return LongVector.fromMemorySegment(WORDS, ALL, address, ORDER);
  }

  private static LongVector load(long address, VectorMask<Long> mask) {
    return LongVector.fromMemorySegment(WORDS, ALL, address, ORDER, mask);
  }

  private static LongVector saturated(LongVector sums) {
    return sums.blend(Long.MAX_VALUE, sums.compare(VectorOperators.LT, 0));
  }
}
