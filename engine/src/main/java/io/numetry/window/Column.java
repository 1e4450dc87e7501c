package io.numetry.window;

import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialCells;
import io.numetry.histogram.Sums;
import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MmscCell;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;

/**
 * One instrument's values in a window: cells side by side in native memory, and a bit for each that
 * has something to export. A point is a series and a combination of the instrument's dimensions;
 * its number is {@code series * combinations() + combination}.
 *
 * <p>A delta column starts anew after each export. A cumulative column goes on for as long as its
 * series live, and so does a gauge's when the exporter prefers cumulative.
 *
 * <p>An observed sum is kept as what it has grown by since the registration, so that several cores
 * that observe parts of one series add up; for doubles as two words whose sum is exact to twice the
 * precision, so that what comes out is what was observed.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class Column {
  private static final int LOW_WORD = Double.BYTES;

  private final InstrumentDescriptor instrument;
  private final Temporality temporality;
  private final CellMerge merge;
  private final boolean twoWords;

  /** A counter of longs, as most are: what one is merged by is written out. */
  private final boolean counts;

  private final int combinations;
  private final int cellBytes;
  private long cells;
  private long presentBits;
  private int points;

  Column(InstrumentDescriptor instrument, Temporality temporality) {
    this.instrument = instrument;
    this.temporality = temporality;
    this.merge = new CellMerge(instrument);
    this.twoWords = hasTwoWords(instrument);
    this.counts =
        instrument.kind() == InstrumentKind.COUNTER && instrument.valueType() == ValueType.LONG;
    this.combinations = instrument.combinations();
    this.cellBytes = cellBytes(instrument);
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

  /** Points that each series has. */
  public int combinations() {
    return combinations;
  }

  /** The series of a point. */
  public int series(int point) {
    return combinations == 1 ? point : point / combinations;
  }

  /** The first point from {@code from} on that has something to export, or -1. */
  public int nextPresent(int from) {
    if (from >= points) {
      return -1;
    }
    int word = from >>> 6;
    long bits = NativeAccess.getLong(wordAddress(word)) & (-1L << from);
    while (bits == 0) {
      if (++word == words(points)) {
        return -1;
      }
      bits = NativeAccess.getLong(wordAddress(word));
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  /**
   * The end of a run of points that all have something to export: the first from {@code from} on
   * that has nothing, or {@code limit}.
   */
  public int presentEnd(int from, int limit) {
    int to = Math.min(limit, points);
    int end = from;
    while (end < to) {
      long absent = ~NativeAccess.getLong(wordAddress(end >>> 6)) >>> end;
      if (absent != 0) {
        return Math.min(end + Long.numberOfTrailingZeros(absent), to);
      }
      end = (end | 63) + 1;
    }
    return to;
  }

  /** True if the point has something to export. */
  public boolean isPresent(int point) {
    return point < points && (NativeAccess.getLong(wordAddress(point >>> 6)) >>> point & 1) != 0;
  }

  /**
   * The value of a sum or a gauge, as its 64 bits: a long, or the raw bits of a double, by {@link
   * InstrumentDescriptor#valueType()}.
   */
  public long valueBits(int point) {
    return NativeAccess.getLong(cell(point));
  }

  /** Count of a distribution. */
  public long count(int point) {
    long at = cell(point);
    return switch (instrument.kind()) {
      case EXPONENTIAL_HISTOGRAM ->
          ExponentialCells.count(at, (ExponentialLayout) instrument.layout());
      case EXPLICIT_HISTOGRAM -> ExplicitCells.count(at);
      default -> NativeAccess.getLong(at + MmscCell.COUNT);
    };
  }

  /** Sum of an mmsc, whatever its value type. */
  public double sum(int point) {
    return mmscDouble(point, MmscCell.SUM);
  }

  /** Minimum of an mmsc whose count is not zero. */
  public double min(int point) {
    return mmscDouble(point, MmscCell.MIN);
  }

  /** Maximum of an mmsc whose count is not zero. */
  public double max(int point) {
    return mmscDouble(point, MmscCell.MAX);
  }

  /** Address of a point's cell, for readers of its layout. */
  public long cell(int point) {
    return cells + (long) point * cellBytes;
  }

  /** Size of a point's cell in any column of such an instrument. */
  public static int cellBytes(InstrumentDescriptor instrument) {
    return hasTwoWords(instrument) ? LOW_WORD + Double.BYTES : instrument.cellBytes();
  }

  /** Takes in a touched cell of a sealed half; not for observed sums. */
  public void merge(int point, long sealedCell) {
    long at = cell(point);
    if (counts) {
      NativeAccess.putLong(
          at, Sums.addCounts(NativeAccess.getLong(at), NativeAccess.getLong(sealedCell)));
    } else {
      merge.merge(at, sealedCell);
    }
    setPresent(point);
  }

  /** Takes in another column's cell of the same instrument. */
  public void mergePartial(int point, long columnCell) {
    if (twoWords) {
      grow(
          point, NativeAccess.getDouble(columnCell), NativeAccess.getDouble(columnCell + LOW_WORD));
    } else {
      merge(point, columnCell);
    }
  }

  /** An observed sum of longs has grown. */
  public void grow(int point, long by) {
    long at = cell(point);
    NativeAccess.putLong(at, Sums.add(NativeAccess.getLong(at), by));
    setPresent(point);
  }

  /** An observed sum of doubles has grown by {@code high + low}. */
  public void grow(int point, double high, double low) {
    long at = cell(point);
    double sum = NativeAccess.getDouble(at);
    double total = sum + high;
    double part = total - sum;
    double lost = (sum - (total - part)) + (high - part);
    double rest = lost + low + NativeAccess.getDouble(at + LOW_WORD);
    double rounded = total + rest;
    NativeAccess.putDouble(at, Sums.add(rounded, 0));
    NativeAccess.putDouble(at + LOW_WORD, rest - (rounded - total));
    setPresent(point);
  }

  /** True if the values tell of a moment, and mean nothing once nobody tells them any longer. */
  boolean isMomentary() {
    return switch (instrument.kind()) {
      case GAUGE, OBSERVE_UP_DOWN_COUNTER -> true;
      case COUNTER,
          UP_DOWN_COUNTER,
          OBSERVE_COUNTER,
          MMSC,
          EXPONENTIAL_HISTOGRAM,
          EXPLICIT_HISTOGRAM ->
          false;
    };
  }

  /** True if a series that ends is to be told of once more: receivers would go on showing it. */
  boolean outlivesExport() {
    return temporality == Temporality.CUMULATIVE || !instrument.kind().hasTemporality();
  }

  /** True if any point of the series has something to export. */
  boolean anyPresent(int series) {
    int first = series * combinations;
    int next = nextPresent(first);
    return next >= 0 && next < first + combinations;
  }

  /** Keeps a series' values, and exports them no longer. */
  void hide(int series) {
    int first = series * combinations;
    for (int point = first; point < first + combinations; point++) {
      setAbsent(point);
    }
  }

  /** Exports a hidden series' values again. */
  void show(int series) {
    if (temporality == Temporality.CUMULATIVE) {
      int first = series * combinations;
      for (int point = first; point < first + combinations; point++) {
        if (merge.holdsSomething(cell(point))) {
          setPresent(point);
        }
      }
    }
  }

  /**
   * Forgets what those observed of a series who are gone, now that others record to it: what they
   * observe themselves is all that there is. The points go on, from zero.
   *
   * @param alsoDelta true if the reader adds up deltas, and is told that those are gone
   */
  void forgetObserved(int series, boolean alsoDelta) {
    if (instrument.kind() == InstrumentKind.OBSERVE_UP_DOWN_COUNTER
        && (alsoDelta || temporality == Temporality.CUMULATIVE)) {
      int first = series * combinations;
      for (int point = first; point < first + combinations; point++) {
        clearCell(point);
      }
    }
  }

  /** Forgets a series whose index is about to be reused. */
  void clear(int series) {
    int first = series * combinations;
    for (int point = first; point < first + combinations; point++) {
      clearCell(point);
      setAbsent(point);
    }
  }

  /** Starts a new interval, if the column is a delta's: all that was present has been exported. */
  void startAnew() {
    if (temporality == Temporality.CUMULATIVE) {
      return;
    }
    for (int word = 0; word < words(points); word++) {
      long bits = NativeAccess.getLong(wordAddress(word));
      if (bits != 0) {
        for (long left = bits; left != 0; left &= left - 1) {
          clearCell((word << 6) + Long.numberOfTrailingZeros(left));
        }
        NativeAccess.putLong(wordAddress(word), 0);
      }
    }
  }

  /** Bytes that the cells and present bits of so many series take. */
  long byteSize(int seriesCapacity) {
    return bitsBytes(seriesCapacity) + (long) seriesCapacity * bytesOfSeries();
  }

  /** Of these, bytes that the present bits take, which come first. */
  long bitsBytes(int seriesCapacity) {
    return bytesOfBits((long) seriesCapacity * combinations);
  }

  /** Bytes that the cells of one series take. */
  int bytesOfSeries() {
    return combinations * cellBytes;
  }

  /**
   * Moves the column to new, zeroed memory with room for more series.
   *
   * @param usedSeries those from the first one on whose cells may hold something
   */
  void moveTo(long address, int seriesCapacity, int usedSeries) {
    int newPoints = Math.multiplyExact(seriesCapacity, combinations);
    long newCells = address + bitsBytes(seriesCapacity);
    if (points > 0) {
      NativeAccess.copy(presentBits, address, bytesOfBits(points));
      NativeAccess.copy(cells, newCells, (long) usedSeries * bytesOfSeries());
    }
    presentBits = address;
    cells = newCells;
    points = newPoints;
  }

  private static boolean hasTwoWords(InstrumentDescriptor instrument) {
    return instrument.kind().isObserved() && instrument.valueType() == ValueType.DOUBLE;
  }

  private void clearCell(int point) {
    long at = cell(point);
    if (twoWords) {
      NativeAccess.zero(at, cellBytes);
    } else {
      merge.clear(at);
    }
  }

  /**
   * Mostly the bit is set already in a cumulative column, and a store less is one less that the
   * next point's load waits for.
   */
  private void setPresent(int point) {
    long word = wordAddress(point >>> 6);
    long bits = NativeAccess.getLong(word);
    if ((bits >>> point & 1) == 0) {
      NativeAccess.putLong(word, bits | 1L << point);
    }
  }

  private void setAbsent(int point) {
    long word = wordAddress(point >>> 6);
    NativeAccess.putLong(word, NativeAccess.getLong(word) & ~(1L << point));
  }

  private double mmscDouble(int point, int field) {
    long at = cell(point) + field;
    return instrument.valueType() == ValueType.LONG
        ? (double) NativeAccess.getLong(at)
        : NativeAccess.getDouble(at);
  }

  private long wordAddress(int word) {
    return presentBits + ((long) word << 3);
  }

  private static int words(int points) {
    return (points + Long.SIZE - 1) >>> 6;
  }

  private static long bytesOfBits(long points) {
    return ((points + Long.SIZE - 1) >>> 6) << 3;
  }
}
