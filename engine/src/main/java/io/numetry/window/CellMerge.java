package io.numetry.window;

import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialCells;
import io.numetry.histogram.Sums;
import io.numetry.memory.NativeAccess;
import io.numetry.schema.CellLayout;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.FixedLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MmscCell;
import io.numetry.schema.ValueType;

/**
 * How one cell of an instrument takes in another: sums add up, a gauge is replaced, distributions
 * merge. A sum that leaves its type's range stays at the range's end (docs/guide.md, "Overflow").
 *
 * <p>Threads: that of both cells.
 */
public final class CellMerge {
  private final Kind kind;
  private final ValueType valueType;
  private final CellLayout layout;
  private final boolean isNumber;

  private enum Kind {
    MONOTONIC_LONG,
    SUM_LONG,
    SUM_DOUBLE,
    REPLACE,
    MMSC_LONG,
    MMSC_DOUBLE,
    EXPONENTIAL,
    EXPLICIT
  }

  public CellMerge(InstrumentDescriptor instrument) {
    boolean longs = instrument.valueType() == ValueType.LONG;
    this.valueType = instrument.valueType();
    this.layout = instrument.layout();
    this.isNumber = layout == FixedLayout.NUMBER;
    this.kind =
        switch (instrument.kind()) {
          case COUNTER, OBSERVE_COUNTER -> longs ? Kind.MONOTONIC_LONG : Kind.SUM_DOUBLE;
          case UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER -> longs ? Kind.SUM_LONG : Kind.SUM_DOUBLE;
          case GAUGE -> Kind.REPLACE;
          case MMSC -> longs ? Kind.MMSC_LONG : Kind.MMSC_DOUBLE;
          case EXPONENTIAL_HISTOGRAM -> Kind.EXPONENTIAL;
          case EXPLICIT_HISTOGRAM -> Kind.EXPLICIT;
        };
  }

  /** Takes the cell at {@code from} into the one at {@code into}. */
  public void merge(long into, long from) {
    switch (kind) {
      case MONOTONIC_LONG -> {
        long added = NativeAccess.getLong(from);
        NativeAccess.putLong(into, Sums.addCounts(NativeAccess.getLong(into), added));
      }
      case SUM_LONG ->
          NativeAccess.putLong(
              into, Sums.add(NativeAccess.getLong(into), NativeAccess.getLong(from)));
      case SUM_DOUBLE ->
          NativeAccess.putDouble(
              into, Sums.add(NativeAccess.getDouble(into), NativeAccess.getDouble(from)));
      case REPLACE -> NativeAccess.putLong(into, NativeAccess.getLong(from));
      case MMSC_LONG -> mergeMmscLong(into, from);
      case MMSC_DOUBLE -> mergeMmscDouble(into, from);
      case EXPONENTIAL -> ExponentialCells.merge(into, (ExponentialLayout) layout, valueType, from);
      case EXPLICIT -> ExplicitCells.merge(into, (ExplicitLayout) layout, valueType, from);
    }
  }

  /** Makes a cell empty again. */
  public void clear(long cell) {
    if (isNumber) {
      NativeAccess.putLong(cell, 0);
    } else if (kind == Kind.EXPONENTIAL) {
      ExponentialCells.clear(cell, (ExponentialLayout) layout);
    } else {
      NativeAccess.zero(cell, layout.cellBytes());
    }
  }

  /** True if an empty cell can tell at what scale the next values are to be counted. */
  public boolean hasScale() {
    return kind == Kind.EXPONENTIAL;
  }

  /** The scale of a cell that {@linkplain #hasScale() has one}. */
  public int scale(long cell) {
    return ExponentialCells.scale(cell, (ExponentialLayout) layout);
  }

  /**
   * Makes a cell empty again that {@linkplain #hasScale() has a scale}, and keeps the scale of
   * another that has taken it in.
   */
  public void clearLike(long cell, long other) {
    ExponentialCells.clearLike(cell, (ExponentialLayout) layout, other);
  }

  /** True if the cell holds something; a number's that is zero does not. */
  public boolean holdsSomething(long cell) {
    return switch (kind) {
      case MONOTONIC_LONG, SUM_LONG, SUM_DOUBLE, REPLACE -> NativeAccess.getLong(cell) != 0;
      case MMSC_LONG, MMSC_DOUBLE -> NativeAccess.getLong(cell + MmscCell.COUNT) != 0;
      case EXPONENTIAL -> !ExponentialCells.isEmpty(cell);
      case EXPLICIT -> !ExplicitCells.isEmpty(cell);
    };
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
        Sums.addCells(
            NativeAccess.getLong(at + MmscCell.SUM),
            NativeAccess.getLong(from + MmscCell.SUM),
            NativeAccess.getLong(from + MmscCell.MIN)));
    NativeAccess.putLong(
        at + MmscCell.COUNT, Sums.addCounts(count, NativeAccess.getLong(from + MmscCell.COUNT)));
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
        Sums.add(
            NativeAccess.getDouble(at + MmscCell.SUM),
            NativeAccess.getDouble(from + MmscCell.SUM)));
    NativeAccess.putLong(
        at + MmscCell.COUNT, Sums.addCounts(count, NativeAccess.getLong(from + MmscCell.COUNT)));
  }
}
