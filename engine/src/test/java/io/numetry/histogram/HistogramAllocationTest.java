package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import io.numetry.memory.CheckedMode;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.ValueType;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bytes allocated by recording, growing, merging, copying and clearing, once warm: none. */
class HistogramAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ExponentialLayout LAYOUT = new ExponentialLayout(160, 20, true);
  private static final ExplicitLayout EXPLICIT = ExplicitLayout.DEFAULT;

  @Test
  void nothingAllocates() {
    assumeFalse(CheckedMode.ENABLED, "the checked mode's own checks may allocate");
    try (Arena arena = Arena.ofConfined()) {
      long one = arena.allocate(LAYOUT.cellBytes(), 64).address();
      long other = arena.allocate(LAYOUT.cellBytes(), 64).address();
      long explicit = arena.allocate(EXPLICIT.cellBytes(), 64).address();
      var random = new SplittableRandom(1);
      double[] values = random.doubles(1 << 12, -1e3, 1e6).toArray();
      // While compilers still work, an object here and there is real.
      int windows = 1;
      while (allocatedBytes(one, other, explicit, values) > 0) {
        assertThat(++windows).as("windows until one allocates nothing").isLessThan(50);
      }
    }
  }

  private static long allocatedBytes(long one, long other, long explicit, double[] values) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < 100; round++) {
      for (double value : values) {
        ExponentialRecording.record(one, LAYOUT, value);
        ExponentialRecording.record(one, LAYOUT, 1 + value * 1e-9, 2);
        ExplicitCells.record(explicit, EXPLICIT, value);
        ExplicitCells.record(explicit, EXPLICIT, value, 2);
      }
      ExponentialCells.copyCompact(one, other, LAYOUT);
      ExponentialCells.merge(one, LAYOUT, ValueType.DOUBLE, other);
      ExponentialCells.clear(one, LAYOUT);
      // Longs near each other, for the scales beyond the first table.
      for (int i = 0; i < values.length; i++) {
        ExponentialRecording.record(one, LAYOUT, 1_000_000_000L + i % 4);
        ExplicitCells.record(explicit, EXPLICIT, (long) i);
      }
      ExponentialCells.clear(one, LAYOUT);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
