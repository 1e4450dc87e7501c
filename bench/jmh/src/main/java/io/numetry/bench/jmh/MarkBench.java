package io.numetry.bench.jmh;

import io.numetry.bank.Bank;
import io.numetry.bank.SlotAllocator;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.memory.NativeAccess;
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
 * Ways to note that a cell was touched, on both sides: what four additions of a set cost with each,
 * and what a scan over 10,000 slots costs of which one in a hundred is touched.
 *
 * <p>No mark; a byte a word, stored (the engine's); a byte a slot, stored; a bit a word, loaded,
 * set and stored; a byte a word that is looked at first.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MarkBench {
  private static final int SLOTS = 10_000;
  private static final int EVERY = 100;
  private static final int CELLS = 4;

  private final Bank bank = new BenchCore().bank;
  private final long base = bank.half(0);
  private final long slot =
      new SlotAllocator(bank).allocate(FourCountersSet.DESCRIPTOR.slotBytes());

  /** A word of marks a slot, as the byte map has; the bit map packs eight slots into one. */
  private final long[] byteMap = new long[SLOTS];

  private final long[] bitMap = new long[SLOTS / Long.BYTES];

  public MarkBench() {
    for (int i = 0; i < SLOTS; i += EVERY) {
      byteMap[i] = 1;
      bitMap[i / Long.BYTES] |= 1L << ((i % Long.BYTES) * Byte.SIZE);
    }
  }

  @Benchmark
  public void none() {
    for (int i = 0; i < CELLS; i++) {
      add(i);
    }
  }

  @Benchmark
  public void byteOfWord() {
    for (int i = 0; i < CELLS; i++) {
      add(i);
      NativeAccess.putByte(markOf(i), (byte) 1);
    }
  }

  @Benchmark
  public void byteOfSlot() {
    for (int i = 0; i < CELLS; i++) {
      add(i);
      NativeAccess.putByte(markOf(0), (byte) 1);
    }
  }

  @Benchmark
  public void bitOfWord() {
    for (int i = 0; i < CELLS; i++) {
      add(i);
      long at = markOf(0);
      NativeAccess.putByte(at, (byte) (NativeAccess.getByte(at) | 1 << i));
    }
  }

  @Benchmark
  public void byteOfWordLookedAt() {
    for (int i = 0; i < CELLS; i++) {
      add(i);
      if (NativeAccess.getByte(markOf(i)) == 0) {
        NativeAccess.putByte(markOf(i), (byte) 1);
      }
    }
  }

  @Benchmark
  public int scanBytes() {
    int found = 0;
    for (long marks : byteMap) {
      if (marks != 0) {
        found += Long.bitCount(marks);
      }
    }
    return found;
  }

  @Benchmark
  public int scanBits() {
    int found = 0;
    for (long marks : bitMap) {
      for (long left = marks; left != 0; left &= left - 1) {
        found++;
      }
    }
    return found;
  }

  private void add(int cell) {
    long at = (base & NativeAccess.ADDRESS_BITS) + (slot & Integer.MAX_VALUE) + 8L * cell;
    NativeAccess.putLong(at, NativeAccess.getLong(at) + 1);
  }

  private long markOf(int cell) {
    return (base & NativeAccess.ADDRESS_BITS) + ((slot & Integer.MAX_VALUE) >>> 3) + cell;
  }
}
