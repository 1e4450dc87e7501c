package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.ValueType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever words a cell has, recording, merging and clearing stay within it. */
class UnsoundCellTest {
  private static final int GUARD_BYTES = 256 << 10;
  private static final long SEED = Long.getLong("numetry.test.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  @Test
  void neighboursAreNeverTouched() {
    try (Arena arena = Arena.ofConfined()) {
      for (ExponentialLayout layout :
          new ExponentialLayout[] {
            new ExponentialLayout(160, 20, false),
            new ExponentialLayout(3, 4, true),
            new ExponentialLayout(160, 0, true)
          }) {
        int cellBytes = layout.cellBytes();
        MemorySegment memory = arena.allocate(2L * GUARD_BYTES + cellBytes, 64);
        MemorySegment into = arena.allocate(cellBytes, 64);
        long cell = memory.address() + GUARD_BYTES;
        for (int round = 0; round < 20_000; round++) {
          garble(memory.asSlice(GUARD_BYTES, cellBytes));
          for (int i = 0; i < 4; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            ExponentialRecording.record(cell, layout, value);
            ExponentialRecording.record(cell, layout, Math.abs(random.nextGaussian()), 3);
            ExponentialRecording.record(cell, layout, random.nextLong());
            ExponentialCells.merge(into.address(), layout, ValueType.LONG, cell);
            if (random.nextBoolean()) {
              garble(memory.asSlice(GUARD_BYTES, cellBytes));
            }
          }
          ExponentialCells.clear(into.address(), layout);
          ExponentialCells.clear(cell, layout);
          assertThat(isZero(into)).as("seed %d", SEED).isTrue();
        }
        assertThat(isZero(memory.asSlice(0, GUARD_BYTES))).as("seed %d", SEED).isTrue();
        assertThat(isZero(memory.asSlice(GUARD_BYTES + (long) cellBytes)))
            .as("seed %d", SEED)
            .isTrue();
      }
    }
  }

  private void garble(MemorySegment cell) {
    for (long at = 0; at < ExponentialLayout.BUCKETS; at += Long.BYTES) {
      if (random.nextInt(3) == 0) {
        long word =
            switch (random.nextInt(4)) {
              case 0 -> random.nextLong();
              case 1 -> random.nextLong() >> random.nextInt(64);
              case 2 -> random.nextInt(1000);
              default -> -1L;
            };
        cell.set(ValueLayout.JAVA_LONG, at, word);
      }
    }
  }

  private static boolean isZero(MemorySegment memory) {
    return memory.asByteBuffer().compareTo(ByteBuffer.allocate((int) memory.byteSize())) == 0;
  }
}
