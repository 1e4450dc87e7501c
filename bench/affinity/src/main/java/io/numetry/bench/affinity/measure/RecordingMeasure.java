package io.numetry.bench.affinity.measure;

import io.numetry.bench.affinity.result.Recording;
import io.numetry.bench.affinity.result.Spread;
import io.numetry.bench.affinity.select.BankPlace;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.bench.support.measure.PinnedThread;
import io.numetry.core.TelemetryCore;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.topology.CacheGroup;
import io.numetry.numa.topology.LogicalCpu;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.OptionalLong;

/** What recording and flipping cost a pinned thread, with its bank on one node or another. */
public final class RecordingMeasure {

  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int LINE_SHIFT = 6;
  private static final int SET_LINES = WideSet.BYTES >>> LINE_SHIFT;

  /** Of a request word, from epoch to word. */
  private static final int EPOCH_SHIFT = 2;

  /** A bank has two halves, and marks; it shall not take more than a quarter of what is free. */
  private static final int FREE_PARTS = 10;

  private final NumaSystem numa;
  private final BatchTimer timer;
  private final Budget budget;

  public RecordingMeasure(NumaSystem numa, BatchTimer timer, Budget budget) {
    this.numa = numa;
    this.timer = timer;
    this.budget = budget;
  }

  public Recording measure(BankPlace place) {
    return PinnedThread.call(numa, "bench-owner", place.cpu(), () -> measureHere(place));
  }

  private Recording measureHere(BankPlace place) {
    OptionalLong cache = cacheBytes(place.cpu());
    long coldBytes = coldBytes(cache, place.bankNode());
    var memory = WatchedNuma.withMemoryOn(numa, place.bankNode());
    try (var bench =
        new BenchCore(memory, place.cpu(), place.bankNode(), coldBytes + (1 << LINE_SHIFT))) {
      FourCountersSet warm = bench.core.register(FourCountersSet.TYPE);
      WideSet[] cold = new WideSet[(int) (coldBytes / WideSet.BYTES)];
      for (int i = 0; i < cold.length; i++) {
        cold[i] = bench.core.register(WideSet.TYPE);
      }
      long nanos = budget.recordingNanos();
      Spread baseline = timer.time(new Baseline(), nanos);
      Spread added = timer.time(operations -> add(warm, bench.core, operations), nanos);
      Spread walked = timer.time(new Walk(cold), nanos);
      // Last: nobody drains what is flipped.
      Spread unasked = timer.time(new Polls(bench, 0), nanos);
      Spread asked = timer.time(new Polls(bench, 1L << EPOCH_SHIFT), nanos);
      return new Recording(
          place.cpu(),
          place.cpuNode(),
          place.bankNode(),
          memory.whereLastLies(),
          baseline,
          added,
          walked,
          coldBytes,
          cache.isPresent() && coldBytes >= cache.getAsLong() * 3 / 2,
          asked.less(unasked.p50()));
    }
  }

  private OptionalLong cacheBytes(int cpu) {
    return numa.topology()
        .host()
        .cpu(cpu)
        .flatMap(LogicalCpu::lastLevelCache)
        .map(CacheGroup::bytes)
        .orElse(OptionalLong.empty());
  }

  /** Twice the cache, a power of two, within what may be taken. */
  private long coldBytes(OptionalLong cache, int node) {
    long wanted = Long.highestOneBit(2 * cache.orElse(budget.coldBytesMost()) - 1) << 1;
    long free =
        numa.topology()
            .host()
            .node(node)
            .map(n -> n.memory().freeBytes())
            .orElse(OptionalLong.empty())
            .orElse(Long.MAX_VALUE);
    long most = Math.min(budget.coldBytesMost(), Long.highestOneBit(free / FREE_PARTS));
    return Math.max(WideSet.BYTES, Math.min(wanted, most));
  }

  /** The poll's opaque load keeps the compiler from adding up what is added. */
  private static void add(FourCountersSet set, TelemetryCore core, int operations) {
    for (int i = 0; i < operations; i++) {
      set.addFirst(1);
      core.poll();
    }
  }

  /** What add and poll do, with arrays. */
  private static final class Baseline implements BatchTimer.Kernel {
    private static final int ELEMENT = 8;
    private final long[] cells = new long[2 * ELEMENT];
    private final long[] asked = new long[2 * ELEMENT];

    @Override
    public void run(int operations) {
      long[] c = cells;
      for (int i = 0; i < operations; i++) {
        c[ELEMENT]++;
        if ((long) WORDS.getOpaque(asked, ELEMENT) != 0) {
          throw new AssertionError("nobody asks");
        }
      }
      ClockMeasure.sink = c[ELEMENT];
    }
  }

  /** Adds to lines at random; not even the next one's address waits for one before. */
  private static final class Walk implements BatchTimer.Kernel {
    private static final long MULTIPLIER = 6_364_136_223_846_793_005L;
    private static final long INCREMENT = 1_442_695_040_888_963_407L;
    private static final int HIGH_BITS = 33;

    private final WideSet[] sets;
    private final int lineMask;
    private long state = 1;

    /**
     * @param sets a power of two of them
     */
    Walk(WideSet[] sets) {
      this.sets = sets;
      this.lineMask = sets.length * SET_LINES - 1;
    }

    @Override
    public void run(int operations) {
      long random = state;
      for (int i = 0; i < operations; i++) {
        random = random * MULTIPLIER + INCREMENT;
        int line = (int) (random >>> HIGH_BITS) & lineMask;
        sets[line / SET_LINES].addAt(line % SET_LINES << LINE_SHIFT, 1);
      }
      state = random;
    }
  }

  /** Polls after a store to the request: of what is answered already, or of something new. */
  private static final class Polls implements BatchTimer.Kernel {
    private final BenchCore bench;
    private final long step;
    private long request;

    Polls(BenchCore bench, long step) {
      this.bench = bench;
      this.step = step;
    }

    @Override
    public void run(int operations) {
      long address = bench.bank.requestAddress();
      TelemetryCore core = bench.core;
      long asked = request;
      for (int i = 0; i < operations; i++) {
        asked += step;
        NativeAccess.setLongRelease(address, asked);
        core.poll();
      }
      request = asked;
    }
  }
}
