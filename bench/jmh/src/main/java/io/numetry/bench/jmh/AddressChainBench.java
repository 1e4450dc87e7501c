package io.numetry.bench.jmh;

import io.numetry.memory.NativeAccess;
import java.lang.foreign.Arena;
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

/**
 * An experiment: the same addition to the same word, by what has to be loaded before its address is
 * known. JMH's loop reads a volatile in each turn, so every field is loaded again; an engine's own
 * loop need not do that.
 *
 * <p>The last has the shape of a counter's add but for the mark: the set, its half, the half's
 * base, the set's offset.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class AddressChainBench {
  private static final int WORD_SHIFT = 3;

  private final Arena arena = Arena.ofAuto();
  // Neither private nor final, here and below, or the compiler would know what is in them.
  long field;
  long address = arena.allocate(64, 64).address();
  Half half = new Half(address);
  Handle handle = new Handle(half);
  Box box = new Box();

  /** An object with a counter. */
  static final class Box {
    long value;
  }

  /** Stands for a bank's active half. */
  static final class Half {
    long base;

    Half(long base) {
      this.base = base;
    }
  }

  /** Stands for a metric set. */
  static final class Handle {
    Half half;
    int slotWord;

    Handle(Half half) {
      this.half = half;
    }
  }

  /** The object's address is in a register all the time. */
  @Benchmark
  public void none() {
    field++;
  }

  @Benchmark
  public void object() {
    box.value++;
  }

  @Benchmark
  public void base() {
    add(address & NativeAccess.ADDRESS_BITS);
  }

  @Benchmark
  public void halfAndBase() {
    add(half.base & NativeAccess.ADDRESS_BITS);
  }

  @Benchmark
  public void setHalfAndBase() {
    add(handle.half.base & NativeAccess.ADDRESS_BITS);
  }

  @Benchmark
  public void setHalfBaseAndOffset() {
    Handle h = handle;
    add((h.half.base & NativeAccess.ADDRESS_BITS) + ((long) h.slotWord << WORD_SHIFT));
  }

  private static void add(long at) {
    NativeAccess.putLong(at, NativeAccess.getLong(at) + 1);
  }
}
