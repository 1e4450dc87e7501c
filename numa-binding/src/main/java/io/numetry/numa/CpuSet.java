package io.numetry.numa;

import java.util.BitSet;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * An immutable set of CPU numbers, in ascending order, written as the kernel writes it: "0-3,8".
 */
public final class CpuSet {

  /**
   * Far above the 8192 that the kernel can be built for, and low enough that a slip such as a
   * missing comma is an error and not a bitmap of hundreds of megabytes.
   */
  static final int HIGHEST_CPU = 65_535;

  private static final CpuSet EMPTY = new CpuSet(new BitSet());

  /** Never changed once the constructor is done. */
  private final BitSet cpus;

  private CpuSet(BitSet cpus) {
    this.cpus = cpus;
  }

  /**
   * The set of the given CPUs, in any order; none gives the empty set.
   *
   * @throws IllegalArgumentException if a number is negative or beyond any kernel's
   */
  public static CpuSet of(int... cpus) {
    BitSet bits = new BitSet();
    for (int cpu : cpus) {
      if (cpu < 0 || cpu > HIGHEST_CPU) {
        throw new IllegalArgumentException(
            "cpu set: cpu=" + cpu + " is out of range, use 0-" + HIGHEST_CPU);
      }
      bits.set(cpu);
    }
    return of(bits);
  }

  /**
   * Reads the kernel's list format, as in {@code /sys/devices/system/cpu/online}; blank text is the
   * empty set.
   *
   * @see <a href="https://man7.org/linux/man-pages/man7/cpuset.7.html">cpuset(7), List format</a>
   * @throws IllegalArgumentException if the text is no such list
   */
  public static CpuSet parse(String text) {
    return of(CpuListParser.parse(text));
  }

  /** The CPUs whose bits are set in a mask of the kernel, lowest word first. */
  static CpuSet ofMask(long[] words) {
    return of(BitSet.valueOf(words));
  }

  private static CpuSet of(BitSet cpus) {
    return cpus.isEmpty() ? EMPTY : new CpuSet(cpus);
  }

  /** The kernel's mask, lowest word first, no longer than its highest bit needs. */
  long[] toMask() {
    return cpus.toLongArray();
  }

  public boolean contains(int cpu) {
    return cpu >= 0 && cpus.get(cpu);
  }

  public boolean containsAll(CpuSet other) {
    return other.minus(this).isEmpty();
  }

  public int size() {
    return cpus.cardinality();
  }

  public boolean isEmpty() {
    return cpus.isEmpty();
  }

  /**
   * The lowest CPU.
   *
   * @throws NoSuchElementException if the set is empty
   */
  public int first() {
    if (isEmpty()) {
      throw new NoSuchElementException("cpu set: first of the empty set, ask isEmpty() before");
    }
    return cpus.nextSetBit(0);
  }

  /** The CPUs in ascending order. */
  public IntStream stream() {
    return cpus.stream();
  }

  /** The CPUs in ascending order, in an array of the caller's own. */
  public int[] toArray() {
    return cpus.stream().toArray();
  }

  public CpuSet intersect(CpuSet other) {
    BitSet bits = copy();
    bits.and(other.cpus);
    return of(bits);
  }

  public CpuSet minus(CpuSet other) {
    BitSet bits = copy();
    bits.andNot(other.cpus);
    return of(bits);
  }

  public CpuSet union(CpuSet other) {
    BitSet bits = copy();
    bits.or(other.cpus);
    return of(bits);
  }

  private BitSet copy() {
    return (BitSet) cpus.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CpuSet that && cpus.equals(that.cpus);
  }

  @Override
  public int hashCode() {
    return cpus.hashCode();
  }

  /** The kernel's list format; the empty set is the empty string. */
  @Override
  public String toString() {
    StringJoiner list = new StringJoiner(",");
    for (int low = cpus.nextSetBit(0); low >= 0; ) {
      int end = cpus.nextClearBit(low);
      list.add(end == low + 1 ? Integer.toString(low) : low + "-" + (end - 1));
      low = cpus.nextSetBit(end);
    }
    return list.toString();
  }
}
