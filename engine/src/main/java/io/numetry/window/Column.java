package io.numetry.window;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MmscCell;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;

/**
 * One instrument's values in a window, one cell a series, side by side in native memory, and a bit
 * for each series that has something to export.
 *
 * <p>A delta column starts anew after each export. A cumulative column goes on for as long as its
 * series live, and so does a gauge's when the exporter prefers cumulative.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class Column {
  private final InstrumentDescriptor instrument;
  private final Temporality temporality;
  private final int cellBytes;
  private final Merge merge;
  private long cells;
  private long presentBits;
  private int capacity;

  /** How a sealed cell is taken in. */
  private enum Merge {
    ADD_LONG,
    ADD_DOUBLE,
    REPLACE,
    MMSC_LONG,
    MMSC_DOUBLE
  }

  Column(InstrumentDescriptor instrument, Temporality temporality) {
    this.instrument = instrument;
    this.temporality = temporality;
    this.cellBytes = instrument.cellBytes();
    this.merge = mergeOf(instrument);
  }

  private static Merge mergeOf(InstrumentDescriptor instrument) {
    boolean longs = instrument.valueType() == ValueType.LONG;
    return switch (instrument.kind()) {
      case COUNTER, UP_DOWN_COUNTER -> longs ? Merge.ADD_LONG : Merge.ADD_DOUBLE;
      case GAUGE, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER -> Merge.REPLACE;
      case MMSC, EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM ->
          longs ? Merge.MMSC_LONG : Merge.MMSC_DOUBLE;
    };
  }

  public InstrumentDescriptor instrument() {
    return instrument;
  }

  /**
   * What the column's values cover. A gauge has no temporality on the wire; its column still has
   * one here: with {@code DELTA} it is exported only when it was set since the last export.
   */
  public Temporality temporality() {
    return temporality;
  }

  /** The first series from {@code from} on that has something to export, or -1. */
  public int nextPresent(int from) {
    if (from >= capacity) {
      return -1;
    }
    int word = from >>> 6;
    long bits = NativeAccess.getLong(wordAddress(word)) & (-1L << from);
    while (bits == 0) {
      if (++word == capacity >>> 6) {
        return -1;
      }
      bits = NativeAccess.getLong(wordAddress(word));
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  /** True if the series has something to export. */
  public boolean isPresent(int series) {
    return series < capacity
        && (NativeAccess.getLong(wordAddress(series >>> 6)) >>> series & 1) != 0;
  }

  /**
   * The value of a counter, an up-down counter or a gauge, as its 64 bits: a long, or the raw bits
   * of a double, by {@link InstrumentDescriptor#valueType()}.
   */
  public long valueBits(int series) {
    return NativeAccess.getLong(cell(series));
  }

  public long count(int series) {
    return NativeAccess.getLong(cell(series) + MmscCell.COUNT);
  }

  /** Sum of an mmsc, whatever its value type. */
  public double sum(int series) {
    return mmscDouble(series, MmscCell.SUM);
  }

  /** Minimum of an mmsc whose count is not zero. */
  public double min(int series) {
    return mmscDouble(series, MmscCell.MIN);
  }

  /** Maximum of an mmsc whose count is not zero. */
  public double max(int series) {
    return mmscDouble(series, MmscCell.MAX);
  }

  /** Takes in a touched cell of a sealed half: adds, replaces or merges, as the instrument does. */
  public void merge(int series, long sealedCell) {
    long at = cell(series);
    switch (merge) {
      case ADD_LONG ->
          NativeAccess.putLong(at, NativeAccess.getLong(at) + NativeAccess.getLong(sealedCell));
      case ADD_DOUBLE ->
          NativeAccess.putDouble(
              at, NativeAccess.getDouble(at) + NativeAccess.getDouble(sealedCell));
      case REPLACE -> NativeAccess.putLong(at, NativeAccess.getLong(sealedCell));
      case MMSC_LONG -> mergeMmscLong(at, sealedCell);
      case MMSC_DOUBLE -> mergeMmscDouble(at, sealedCell);
    }
    long word = wordAddress(series >>> 6);
    NativeAccess.putLong(word, NativeAccess.getLong(word) | 1L << series);
  }

  /** Forgets a series whose index is about to be reused. */
  void clear(int series) {
    if (series < capacity) {
      NativeAccess.zero(cell(series), cellBytes);
      long word = wordAddress(series >>> 6);
      NativeAccess.putLong(word, NativeAccess.getLong(word) & ~(1L << series));
    }
  }

  /** Starts a new interval, if the column is a delta's: all that was present has been exported. */
  void startAnew() {
    if (temporality == Temporality.CUMULATIVE) {
      return;
    }
    for (int word = 0; word < capacity >>> 6; word++) {
      long bits = NativeAccess.getLong(wordAddress(word));
      if (bits != 0) {
        for (long left = bits; left != 0; left &= left - 1) {
          int series = (word << 6) + Long.numberOfTrailingZeros(left);
          NativeAccess.zero(cell(series), cellBytes);
        }
        NativeAccess.putLong(wordAddress(word), 0);
      }
    }
  }

  /** Bytes that {@code seriesCapacity} series of this column take, present bits included. */
  long byteSize(int seriesCapacity) {
    return seriesCapacity / Byte.SIZE + (long) seriesCapacity * cellBytes;
  }

  /** Moves the column to new, zeroed memory with room for more series. */
  void moveTo(long address, int newCapacity) {
    long newCells = address + newCapacity / Byte.SIZE;
    if (capacity > 0) {
      NativeAccess.copy(presentBits, address, capacity / Byte.SIZE);
      NativeAccess.copy(cells, newCells, (long) capacity * cellBytes);
    }
    presentBits = address;
    cells = newCells;
    capacity = newCapacity;
  }

  private double mmscDouble(int series, int field) {
    long at = cell(series) + field;
    return instrument.valueType() == ValueType.LONG
        ? (double) NativeAccess.getLong(at)
        : NativeAccess.getDouble(at);
  }

  private static void mergeMmscLong(long at, long from) {
    long min = NativeAccess.getLong(from + MmscCell.MIN);
    long max = NativeAccess.getLong(from + MmscCell.MAX);
    long count = NativeAccess.getLong(at + MmscCell.COUNT);
    if (count != 0) {
      min = Math.min(min, NativeAccess.getLong(at + MmscCell.MIN));
      max = Math.max(max, NativeAccess.getLong(at + MmscCell.MAX));
    }
    NativeAccess.putLong(at + MmscCell.MIN, min);
    NativeAccess.putLong(at + MmscCell.MAX, max);
    NativeAccess.putLong(
        at + MmscCell.SUM,
        NativeAccess.getLong(at + MmscCell.SUM) + NativeAccess.getLong(from + MmscCell.SUM));
    NativeAccess.putLong(at + MmscCell.COUNT, count + NativeAccess.getLong(from + MmscCell.COUNT));
  }

  private static void mergeMmscDouble(long at, long from) {
    double min = NativeAccess.getDouble(from + MmscCell.MIN);
    double max = NativeAccess.getDouble(from + MmscCell.MAX);
    long count = NativeAccess.getLong(at + MmscCell.COUNT);
    if (count != 0) {
      min = Math.min(min, NativeAccess.getDouble(at + MmscCell.MIN));
      max = Math.max(max, NativeAccess.getDouble(at + MmscCell.MAX));
    }
    NativeAccess.putDouble(at + MmscCell.MIN, min);
    NativeAccess.putDouble(at + MmscCell.MAX, max);
    NativeAccess.putDouble(
        at + MmscCell.SUM,
        NativeAccess.getDouble(at + MmscCell.SUM) + NativeAccess.getDouble(from + MmscCell.SUM));
    NativeAccess.putLong(at + MmscCell.COUNT, count + NativeAccess.getLong(from + MmscCell.COUNT));
  }

  private long cell(int series) {
    return cells + (long) series * cellBytes;
  }

  private long wordAddress(int word) {
    return presentBits + ((long) word << 3);
  }
}
