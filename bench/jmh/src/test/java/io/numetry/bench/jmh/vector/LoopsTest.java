package io.numetry.bench.jmh.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.memory.NativeAccess;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compared does the same. */
class LoopsTest {
  private static final int GUARD_WORDS = 8;

  static Stream<Loops> others() throws ReflectiveOperationException {
    return Stream.of(new BranchFreeLoops(), VectorBench.vectorLoops());
  }

  private static MemorySegment words(Arena arena, Random random, int words, int bits) {
    MemorySegment made = arena.allocate((words + GUARD_WORDS) * (long) Long.BYTES, 64);
    for (int i = 0; i < words + GUARD_WORDS; i++) {
      made.setAtIndex(ValueLayout.JAVA_LONG, i, random.nextLong() >>> (Long.SIZE - bits));
    }
    return made;
  }

  private static MemorySegment copy(Arena arena, MemorySegment of) {
    return arena.allocate(of.byteSize(), 64).copyFrom(of);
  }

  @ParameterizedTest
  @MethodSource("others")
  void doTheSame(Loops other) {
    var plain = new PlainLoops();
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      try (Arena arena = Arena.ofConfined()) {
        int buckets = 8 * (1 + random.nextInt(20));
        MemorySegment from = words(arena, random, buckets, 63);
        MemorySegment into = words(arena, random, buckets, 63);
        MemorySegment otherInto = copy(arena, into);
        int merged = buckets - random.nextInt(8);
        plain.merge(from.address(), into.address(), merged);
        other.merge(from.address(), otherInto.address(), merged);
        assertThat(otherInto.mismatch(into)).isEqualTo(-1);

        plain.clear(into.address(), merged);
        other.clear(otherInto.address(), merged);
        assertThat(otherInto.mismatch(into)).isEqualTo(-1);

        MemorySegment counts = words(arena, random, buckets, 7 + random.nextInt(2));
        MemorySegment bytes = words(arena, random, buckets / Long.BYTES, 63);
        MemorySegment otherBytes = copy(arena, bytes);
        boolean packed = plain.pack(counts.address(), bytes.address(), buckets);
        assertThat(other.pack(counts.address(), otherBytes.address(), buckets)).isEqualTo(packed);
        if (packed) {
          assertThat(otherBytes.mismatch(bytes)).isEqualTo(-1);
        }

        for (int i = 0; i < buckets; i++) {
          NativeAccess.putLong(
              counts.address() + (long) i * Long.BYTES,
              random.nextInt(4) == 0 ? 0x0101_0001_0000_0101L & random.nextLong() : 0);
        }
        assertThat(other.scan(counts.address(), buckets))
            .isEqualTo(plain.scan(counts.address(), buckets));
      }
    }
  }
}
