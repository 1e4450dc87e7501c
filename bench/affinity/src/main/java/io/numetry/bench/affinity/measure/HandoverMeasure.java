package io.numetry.bench.affinity.measure;

import io.numetry.bench.affinity.result.Handover;
import io.numetry.bench.affinity.result.Spread;
import io.numetry.bench.affinity.select.CpuPair;
import io.numetry.bench.support.measure.PinnedThread;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;

/**
 * How long a store of one CPU takes to be seen by another: two threads that spin on one word, each
 * answering the other. No pause instruction: some processors and hypervisors make it long.
 */
public final class HandoverMeasure {

  private static final MemoryTag TAG = new MemoryTag("bench");
  private static final int PAGE_BYTES = 4096;

  /** Two lines from the start, so that nothing else is fetched with it. */
  private static final int WORD_OFFSET = 256;

  private static final long STOP = -1;
  private static final int LOOK_UP_EVERY = 1 << 16;

  private final NumaSystem numa;
  private final BatchTimer timer;
  private final long nanos;

  public HandoverMeasure(NumaSystem numa, BatchTimer timer, Budget budget) {
    this.numa = numa;
    this.timer = timer;
    this.nanos = budget.handoverNanos();
  }

  public Handover measure(CpuPair pair) {
    try (NodeMemory memory = numa.reserve(pair.fromNode(), PAGE_BYTES, TAG)) {
      memory.touch(0, PAGE_BYTES);
      long word = memory.address() + WORD_OFFSET;
      PinnedThread<Boolean> partner =
          PinnedThread.start(
              numa, "bench-answer", CpuSet.of(pair.to()), () -> answer(word, memory));
      Spread spread;
      try {
        spread =
            PinnedThread.call(
                numa,
                "bench-ask",
                pair.from(),
                () -> timer.time(new Asking(word, partner), nanos, 2));
      } finally {
        NativeAccess.setLongRelease(word, STOP);
        boolean ignored = partner.await();
      }
      return new Handover(
          pair.from(), pair.to(), pair.fromNode(), pair.toNode(), pair.relation(), spread);
    }
  }

  /**
   * @param memory held, so that the word is there as long as this runs
   */
  private static boolean answer(long word, NodeMemory memory) {
    long expected = 1;
    while (true) {
      long seen = NativeAccess.getLongAcquire(word);
      if (seen == expected) {
        NativeAccess.setLongRelease(word, expected + 1);
        expected += 2;
      } else if (seen == STOP) {
        return memory.byteSize() > 0;
      }
    }
  }

  /** Round trips. */
  private static final class Asking implements BatchTimer.Kernel {
    private final long word;
    private final PinnedThread<Boolean> partner;
    private long value;

    Asking(long word, PinnedThread<Boolean> partner) {
      this.word = word;
      this.partner = partner;
    }

    @Override
    public void run(int operations) {
      long last = value;
      for (int i = 0; i < operations; i++) {
        NativeAccess.setLongRelease(word, last + 1);
        last += 2;
        int spins = 0;
        while (NativeAccess.getLongAcquire(word) != last) {
          if (++spins % LOOK_UP_EVERY == 0 && !partner.isAlive()) {
            throw new IllegalStateException("hand-over: the other thread has ended");
          }
        }
      }
      value = last;
    }
  }
}
