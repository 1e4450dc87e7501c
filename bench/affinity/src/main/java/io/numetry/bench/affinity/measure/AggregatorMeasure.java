package io.numetry.bench.affinity.measure;

import io.numetry.aggregate.DrainDoor;
import io.numetry.bench.affinity.result.AggregatorCost;
import io.numetry.bench.affinity.result.Clock;
import io.numetry.bench.affinity.result.Spread;
import io.numetry.bench.affinity.select.CpuPair;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.bench.support.measure.PinnedThread;
import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import io.numetry.schema.Temporality;
import java.util.concurrent.CountDownLatch;

/**
 * An owner that records and polls, and an aggregator that has it flip and drains it without a
 * pause: far more often than in life, so that what a flip costs can be told from noise. Times with
 * and without the aggregator alternate, so that whatever drifts is in both.
 */
public final class AggregatorMeasure {

  private static final int SETS = 64;
  private static final int SET_BYTES = 64;
  private static final int TURNS = 2048;
  private static final int ROUNDS = 10;
  private static final int MOST_BATCHES = 1 << 16;
  private static final int MOST_FLIPS = 1 << 18;

  private static final int ALONE = 0;
  private static final int DRAINED = 1;
  private static final int WARM_UP = 2;
  private static final int STOP = 3;

  private final NumaSystem numa;
  private final Clock clock;
  private final Budget budget;

  public AggregatorMeasure(NumaSystem numa, Clock clock, Budget budget) {
    this.numa = numa;
    this.clock = clock;
    this.budget = budget;
  }

  public AggregatorCost measure(CpuPair pair) {
    Rig rig = new Rig(pair);
    PinnedThread<Boolean> owner =
        PinnedThread.start(numa, "bench-owner", CpuSet.of(pair.from()), rig::own);
    PinnedThread<Boolean> aggregator =
        PinnedThread.start(numa, "bench-aggregator", CpuSet.of(pair.to()), rig::aggregate);
    boolean drained = aggregator.await();
    boolean owned = owner.await();
    if (!drained || !owned) {
      throw new IllegalStateException("aggregator: a thread did not come to its end");
    }
    return rig.result();
  }

  /** What the two threads share. The aggregator's thread tells what is on. */
  private final class Rig {
    private final CpuPair pair;
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile int phase = WARM_UP;
    private volatile boolean failed;
    private volatile BenchCore bench;

    /** Of the owner, until it ends. */
    private final double[][] turnNanos = new double[2][MOST_BATCHES];

    private final int[] batches = new int[2];

    /** Of the aggregator, until it ends. */
    private final double[] flipNanos = new double[MOST_FLIPS];

    private int flips;
    private long drainedNanos;

    Rig(CpuPair pair) {
      this.pair = pair;
    }

    boolean own() {
      FourCountersSet[] sets = new FourCountersSet[SETS];
      try {
        bench = new BenchCore(numa, pair.from(), memoryNode(), (long) SETS * SET_BYTES);
        for (int i = 0; i < SETS; i++) {
          sets[i] = bench.core.register(FourCountersSet.TYPE);
        }
      } catch (RuntimeException e) {
        failed = true;
        throw e;
      } finally {
        opened.countDown();
      }
      try (BenchCore mine = bench) {
        while (phase != STOP && !failed) {
          int before = phase;
          long start = System.nanoTime();
          turns(mine, sets);
          long end = System.nanoTime();
          if (before == phase && before <= DRAINED && batches[before] < MOST_BATCHES) {
            double nanos = Math.max(0, end - start - clock.readNanos());
            turnNanos[before][batches[before]++] = nanos / TURNS;
          }
        }
      }
      return true;
    }

    private int memoryNode() {
      return numa.topology().memoryNode(pair.fromNode()).orElse(pair.fromNode());
    }

    boolean aggregate() throws InterruptedException {
      opened.await();
      try {
        if (failed) {
          return false;
        }
        var door =
            new DrainDoor(WatchedNuma.withMemoryOn(numa, memoryNode()), Temporality.CUMULATIVE);
        DrainDoor.Core core = door.admit(bench.channel);
        drain(core, budget.warmUpNanos() / 4, false);
        long round = budget.aggregatorNanos() / ROUNDS;
        for (int i = 0; i < ROUNDS; i++) {
          phase = i % 2 == 0 ? ALONE : DRAINED;
          if (phase == ALONE) {
            Thread.sleep(round / 1_000_000, (int) (round % 1_000_000));
          } else {
            drain(core, round, true);
          }
        }
        return true;
      } catch (RuntimeException e) {
        failed = true;
        throw e;
      } finally {
        phase = STOP;
      }
    }

    private void drain(DrainDoor.Core core, long nanos, boolean recorded) {
      long begin = System.nanoTime();
      long asked = begin;
      while (asked - begin < nanos && !failed) {
        core.ask();
        while (core.tryDrain() < 0) {
          if (failed) {
            return;
          }
        }
        long drained = System.nanoTime();
        if (recorded && flips < MOST_FLIPS) {
          flipNanos[flips++] = Math.max(0, drained - asked - clock.readNanos());
          drainedNanos += drained - asked;
        }
        asked = System.nanoTime();
      }
    }

    AggregatorCost result() {
      if (batches[ALONE] == 0 || batches[DRAINED] == 0 || flips == 0) {
        throw new IllegalStateException(
            "aggregator: cpus="
                + pair.from()
                + ","
                + pair.to()
                + " did nothing within the time; is the machine overloaded?");
      }
      Spread alone = Spread.of(turnNanos[ALONE], batches[ALONE]);
      Spread with = Spread.of(turnNanos[DRAINED], batches[DRAINED]);
      double turnsPerFlip = (double) drainedNanos / flips / with.p50();
      return new AggregatorCost(
          pair.from(),
          pair.fromNode(),
          pair.to(),
          pair.toNode(),
          pair.relation(),
          alone,
          with,
          Spread.of(flipNanos, flips),
          flips,
          Math.max(0, (with.p50() - alone.p50()) * turnsPerFlip));
    }
  }

  private static void turns(BenchCore bench, FourCountersSet[] sets) {
    for (int i = 0; i < TURNS; i++) {
      FourCountersSet set = sets[i % SETS];
      set.addFirst(1);
      set.addSecond(1);
      set.addThird(1);
      set.addFourth(1);
      bench.core.poll();
    }
  }
}
