package io.numetry.aggregate;

import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.window.CellMerge;
import io.numetry.window.Column;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a metric set's slots: whose it is, and which columns it goes to, in every window and
 * for each stream that its instrument has. All that a drain has to know of a cell is here, so that
 * it need not be put together for each.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeCell {
  private static final long NONE = 0;

  private final int index;
  private final InstrumentDescriptor instrument;
  private final int offset;
  private final CellMerge layout;
  private final @Nullable Target firstTarget;

  /** True if the owner's next values are counted at the scale that the columns have by then. */
  private final boolean keepsScale;

  /**
   * One column that the cell goes to.
   *
   * @param group whose series the column has
   * @param combinations that each series has in the column
   * @param combination of them that the cell is part of
   * @param next column that it goes to, a chain because that is less to look at than an array
   */
  record Target(
      Column column, int group, int combinations, int combination, @Nullable Target next) {

    int point(int[] series) {
      return point(series[group]);
    }

    int point(int series) {
      return series * combinations + combination;
    }
  }

  /**
   * @param index among the set's cells, in the order of their offsets
   * @param combination of the instrument's dimensions that the cell is for
   * @param firstTarget null if the instrument is not sent
   */
  NodeCell(
      int index,
      InstrumentDescriptor instrument,
      int combination,
      CellMerge layout,
      @Nullable Target firstTarget) {
    this.index = index;
    this.instrument = instrument;
    this.offset = instrument.cellOffset(combination);
    this.layout = layout;
    this.firstTarget = firstTarget;
    this.keepsScale = layout.hasScale() && goesOn(firstTarget);
  }

  /**
   * True if all columns keep what they have: they lose nothing by values that come at a scale which
   * is theirs already. A delta's points are to be as fine as their own interval allows.
   */
  private static boolean goesOn(@Nullable Target firstTarget) {
    for (Target target = firstTarget; target != null; target = target.next) {
      if (target.column.temporality() != Temporality.CUMULATIVE) {
        return false;
      }
    }
    return firstTarget != null;
  }

  int index() {
    return index;
  }

  InstrumentDescriptor instrument() {
    return instrument;
  }

  /** Bytes from the slot's first byte to the cell's. */
  int offset() {
    return offset;
  }

  /**
   * Takes a touched cell of a sealed half into every column; not for observed ones.
   *
   * @param series of the slot's registration, by group
   */
  void merge(int[] series, long sealedCell) {
    for (Target target = firstTarget; target != null; target = target.next) {
      target.column.merge(target.point(series), sealedCell);
    }
  }

  /**
   * Takes a touched cell of a sealed half into every column, and makes it empty.
   *
   * @param series of all columns
   */
  void drain(int series, long sealedCell) {
    long finest = NONE;
    for (Target target = firstTarget; target != null; target = target.next) {
      int point = target.point(series);
      target.column.merge(point, sealedCell);
      finest = keepsScale ? finer(finest, target.column.cell(point)) : NONE;
    }
    empty(sealedCell, finest);
  }

  /**
   * Takes a touched cell of a sealed half into every column, and makes it empty; not for observed
   * ones.
   *
   * @param series of the slot's registration, by group
   */
  void drain(int[] series, long sealedCell) {
    long finest = NONE;
    for (Target target = firstTarget; target != null; target = target.next) {
      int point = target.point(series);
      target.column.merge(point, sealedCell);
      finest = keepsScale ? finer(finest, target.column.cell(point)) : NONE;
    }
    empty(sealedCell, finest);
  }

  private long finer(long cell, long other) {
    return cell != NONE && layout.scale(cell) >= layout.scale(other) ? cell : other;
  }

  /**
   * @param finest the columns' cell of the finest scale; {@link #NONE} if its scale is not kept
   */
  private void empty(long sealedCell, long finest) {
    if (finest == NONE) {
      layout.clear(sealedCell);
    } else {
      layout.clearLike(sealedCell, finest);
    }
  }

  /** An observed sum of longs has grown. */
  void grow(int[] series, long by) {
    for (Target target = firstTarget; target != null; target = target.next) {
      target.column.grow(target.point(series), by);
    }
  }

  /** An observed sum of doubles has grown by {@code high + low}. */
  void grow(int[] series, double high, double low) {
    for (Target target = firstTarget; target != null; target = target.next) {
      target.column.grow(target.point(series), high, low);
    }
  }

  /** Makes the cell empty again. */
  void clear(long sealedCell) {
    layout.clear(sealedCell);
  }
}
