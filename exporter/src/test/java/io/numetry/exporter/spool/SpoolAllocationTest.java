package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import io.numetry.memory.CheckedMode;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once warm, and within a segment, nothing is allocated. */
class SpoolAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int FRAME_BYTES = 300;
  private static final int TIMES = 20_000;

  @TempDir Path temp;

  @BeforeEach
  void releaseModeOnly() {
    assumeFalse(CheckedMode.ENABLED, "the checked mode's own checks may allocate");
  }

  @Test
  void shouldAppendAndReadWithoutAllocation() throws SpoolException {
    SpoolOptions options =
        SpoolOptions.builder(temp.resolve("spool"))
            .segmentBytes(64 << 20)
            .maxBytes(256 << 20)
            .build();
    try (var arena = Arena.ofConfined();
        var store = SpoolStore.open(options)) {
      long address = arena.allocate(FRAME_BYTES).address();
      cycle(store, address);
      cycle(store, address);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      cycle(store, address);
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isZero();
      assertThat(store.statistics().segments()).isEqualTo(1);
      assertThat(store.statistics().acknowledgedRecords()).isEqualTo(3L * TIMES);
    }
  }

  /** Appends two, takes two: what is oldest lies behind what is newest. */
  private static void cycle(SpoolStore store, long address) {
    for (int i = 0; i < TIMES / 2; i++) {
      long now = System.currentTimeMillis() * 1_000_000;
      store.append(address, FRAME_BYTES, 3, now, 0);
      store.append(address, FRAME_BYTES - 7, 3, now, 0);
      store.tick();
      for (int taken = 0; taken < 2; taken++) {
        SpooledFrame frame = store.peek();
        if (frame == null || frame.payload().remaining() < FRAME_BYTES - 7) {
          throw new AssertionError("not what was appended");
        }
        store.acknowledge();
      }
    }
  }

  /** A task that is handed over again and again. */
  private static final class Task implements SpoolTask {
    volatile int runs;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public void run(SpoolStore store) {
      runs++;
    }
  }

  @Test
  void shouldHandOverWithoutAllocation() throws SpoolException {
    SpoolOptions options = TestSpool.small(temp.resolve("spool")).build();
    try (Spool spool = Spool.open(options, "numetry-spool-test")) {
      var task = new Task();
      handOver(spool, task, TIMES);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      handOver(spool, task, TIMES);
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isZero();
      assertThat(task.runs).isEqualTo(2 * TIMES);
    }
  }

  private static void handOver(Spool spool, Task task, int times) {
    int target = task.runs + times;
    for (int i = 0; i < times; i++) {
      while (!spool.execute(task)) {
        Thread.onSpinWait();
      }
    }
    while (task.runs < target) {
      Thread.onSpinWait();
    }
  }
}
