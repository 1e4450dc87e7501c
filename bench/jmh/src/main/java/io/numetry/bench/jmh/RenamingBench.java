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
 * An experiment: what an addition to memory takes by how its address is known. A processor that
 * keeps the value of a location in a register of its own does so by the register and the
 * displacement that the address is made of; where that register is loaded anew in each turn, it has
 * to forward the store before to the load.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class RenamingBench {
  private final Box first = new Box();
  private final Box second = new Box();
  // Neither private nor final, or the compiler would know it.
  Box box = first;
  // Not private, or it would count as never read.
  long field;
  private final Arena arena = Arena.ofAuto();
  // Likewise.
  long address = arena.allocate(64, 64).address();
  int words;

  /** An object with a counter. */
  static final class Box {
    long value;
  }

  /** The object is in a register for the whole loop. */
  @Benchmark
  public void sameRegister() {
    field++;
  }

  /** The object is loaded in each turn. */
  @Benchmark
  public void loadedObject() {
    box.value++;
  }

  /** The same, and never the same object twice, so that nothing is forwarded. */
  @Benchmark
  public void alternatingObjects() {
    Box now = box;
    now.value++;
    box = now == first ? second : first;
  }

  /** Native memory, at an address that is loaded in each turn and then masked. */
  @Benchmark
  public void loadedAddress() {
    long at = address;
    NativeAccess.putLong(at, NativeAccess.getLong(at) + 1);
  }

  /** The same with an offset, loaded and scaled in each turn. */
  @Benchmark
  public void loadedAddressAndOffset() {
    long at = address + ((long) words << 3);
    NativeAccess.putLong(at, NativeAccess.getLong(at) + 1);
  }
}
