package io.numetry.bench.jmh;

import io.numetry.aggregate.DrainDoor;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.numa.NumaSystem;
import io.numetry.schema.Temporality;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The drain of a core with 10,000 sets of four counters, of which some or all were recorded to
 * since the last one. Beside it, the least that such a drain could do with arrays: look at one mark
 * a set, and where there is one, add four cells to four others and zero them.
 *
 * <p>An invocation takes long enough to be timed by itself; what is recorded comes before it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DrainBench {
  private static final int SETS = 10_000;
  private static final int COUNTERS = 4;

  /** Every how many sets one is touched. */
  @Param({"100", "1"})
  int every;

  private final BenchCore bench = new BenchCore();
  private final FourCountersSet[] sets = new FourCountersSet[SETS];
  private final DrainDoor.Core drain =
      new DrainDoor(NumaSystem.system(), Temporality.CUMULATIVE).admit(bench.channel);
  private final long[] marks = new long[SETS];
  private final long[] sealed = new long[SETS * COUNTERS];
  private final long[] sums = new long[SETS * COUNTERS];

  @Setup
  public void register() {
    for (int i = 0; i < SETS; i++) {
      sets[i] = bench.core.register(FourCountersSet.TYPE, BenchEntities.entity(i));
    }
  }

  @Setup(Level.Invocation)
  public void touch() {
    for (int i = 0; i < SETS; i += every) {
      sets[i].addFirst(1);
      sets[i].addSecond(1);
      sets[i].addThird(1);
      sets[i].addFourth(1);
      marks[i] = 1;
      for (int c = 0; c < COUNTERS; c++) {
        sealed[i * COUNTERS + c]++;
      }
    }
    drain.ask();
    bench.core.poll();
  }

  @Benchmark
  public int drain() {
    return drain.tryDrain();
  }

  @Benchmark
  public int arrays() {
    int merged = 0;
    for (int i = 0; i < SETS; i++) {
      if (marks[i] != 0) {
        for (int c = i * COUNTERS; c < (i + 1) * COUNTERS; c++) {
          sums[c] += sealed[c];
          sealed[c] = 0;
          merged++;
        }
        marks[i] = 0;
      }
    }
    return merged;
  }
}
