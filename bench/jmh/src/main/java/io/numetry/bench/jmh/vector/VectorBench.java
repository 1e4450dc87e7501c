package io.numetry.bench.jmh.vector;

import io.numetry.memory.NativeAccess;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of an aggregator's inner loops, each in three ways, in the cache: a histogram's buckets
 * merged, cleared and packed into bytes, and a scan over the marks of 10,000 lines of which one in
 * a hundred is touched. A cell's buckets are as many as a histogram has by default, or as few as an
 * interval brings.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class VectorBench {
  private static final int MARKS = 10_000;
  private static final int EVERY = 100;
  private static final int ALIGNMENT = 64;

  /** How a loop is written. */
  public enum Way {
    PLAIN,
    BRANCH_FREE,
    VECTOR
  }

  /** Which loops. */
  @State(Scope.Thread)
  public static class Written {
    @Param Way way = Way.PLAIN;

    Loops loops;

    @Setup
    public void choose() throws ReflectiveOperationException {
      loops =
          switch (way) {
            case PLAIN -> new PlainLoops();
            case BRANCH_FREE -> new BranchFreeLoops();
            case VECTOR -> vectorLoops();
          };
    }
  }

  /** Two cells' buckets, and bytes. */
  @State(Scope.Thread)
  public static class Cells {
    @Param({"16", "160"})
    int buckets;

    long from;
    long into;
    long bytes;
    private final Arena arena = Arena.ofShared();

    @Setup
    public void fill() {
      long size = (long) buckets * Long.BYTES;
      from = arena.allocate(size, ALIGNMENT).address();
      into = arena.allocate(size, ALIGNMENT).address();
      bytes = arena.allocate(buckets, ALIGNMENT).address();
      for (int i = 0; i < buckets; i++) {
        NativeAccess.putLong(from + (long) i * Long.BYTES, i % Loops.SMALL);
      }
    }

    @TearDown
    public void free() {
      arena.close();
    }
  }

  /** Marks of which few are set. */
  @State(Scope.Thread)
  public static class Marks {
    long marks;
    private final Arena arena = Arena.ofShared();

    @Setup
    public void touch() {
      marks = arena.allocate((long) MARKS * Long.BYTES, ALIGNMENT).address();
      for (int i = 0; i < MARKS; i += EVERY) {
        NativeAccess.putLong(marks + (long) i * Long.BYTES, 1);
      }
    }

    @TearDown
    public void free() {
      arena.close();
    }
  }

  /** Its class is compiled apart, against a module that must be asked for. */
  static Loops vectorLoops() throws ReflectiveOperationException {
    return Class.forName(VectorBench.class.getPackageName() + ".VectorLoops")
        .asSubclass(Loops.class)
        .getDeclaredConstructor()
        .newInstance();
  }

  @Benchmark
  public void merge(Written written, Cells cells) {
    written.loops.merge(cells.from, cells.into, cells.buckets);
  }

  @Benchmark
  public void clear(Written written, Cells cells) {
    written.loops.clear(cells.into, cells.buckets);
  }

  @Benchmark
  public boolean pack(Written written, Cells cells) {
    return written.loops.pack(cells.from, cells.bytes, cells.buckets);
  }

  @Benchmark
  public int scan(Written written, Marks marks) {
    return written.loops.scan(marks.marks, MARKS);
  }
}
