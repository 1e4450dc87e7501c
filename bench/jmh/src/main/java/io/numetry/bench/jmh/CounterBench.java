package io.numetry.bench.jmh;

import io.numetry.bench.support.FourCountersSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A counter's add beside the cheapest things that count: a field, an array's element. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class CounterBench {
  private static final int FIRST = 8;

  private static final int SPREAD = 64;

  private final FourCountersSet set = new BenchCore().core.register(FourCountersSet.TYPE);
  private final FourCountersSet[] sets = new FourCountersSet[SPREAD];
  private final Box[] boxes = new Box[SPREAD];
  private final MarklessSet markless = new MarklessSet(new BenchCore().bank);
  private final long[] array = new long[64];
  // Not private, or they would count as never read.
  long field;
  long second;
  long third;
  long fourth;

  private int next;

  /** An object with a counter. */
  static final class Box {
    long value;
  }

  public CounterBench() {
    var core = new BenchCore().core;
    for (int i = 0; i < SPREAD; i++) {
      sets[i] = core.register(FourCountersSet.TYPE);
      boxes[i] = new Box();
    }
  }

  @Benchmark
  public void field() {
    field++;
  }

  @Benchmark
  public void arrayElement() {
    array[FIRST]++;
  }

  @Benchmark
  public void add() {
    set.addFirst(1);
  }

  /** An experiment: what the touched mark costs. */
  @Benchmark
  public void addWithoutMark() {
    markless.addFirst(1);
  }

  @Benchmark
  public void fourFields() {
    field++;
    second++;
    third++;
    fourth++;
  }

  @Benchmark
  public void fourArrayElements() {
    long[] a = array;
    a[FIRST]++;
    a[FIRST + 1]++;
    a[FIRST + 2]++;
    a[FIRST + 3]++;
  }

  @Benchmark
  public void fourAdds() {
    FourCountersSet s = set;
    s.addFirst(1);
    s.addSecond(1);
    s.addThird(1);
    s.addFourth(1);
  }

  /** One after another, so that no addition waits for the one before. */
  @Benchmark
  public void spreadFields() {
    boxes[next++ & SPREAD - 1].value++;
  }

  @Benchmark
  public void spreadAdds() {
    sets[next++ & SPREAD - 1].addFirst(1);
  }

  /** An experiment: what the touched marks of four cells in one line cost. */
  @Benchmark
  public void fourAddsWithoutMarks() {
    MarklessSet s = markless;
    s.addFirst(1);
    s.addSecond(1);
    s.addThird(1);
    s.addFourth(1);
  }
}
