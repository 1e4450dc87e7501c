package io.numetry.aggregate;

import io.numetry.schema.InstrumentDescriptor;
import io.numetry.window.CellMerge;
import io.numetry.window.Column;

/**
 * A cell of a metric set's slots: whose it is, and which columns it goes to, in every window and
 * for each stream that its instrument has. All that a drain has to know of a cell is here, so that
 * it need not be put together for each.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeCell {
  private final int index;
  private final InstrumentDescriptor instrument;
  private final int offset;
  private final CellMerge layout;
  private final Target[] targets;

  /**
   * One column that the cell goes to.
   *
   * @param group whose series the column has
   * @param combination of the column's dimensions that the cell is part of
   */
  record Target(Column column, int group, int combination) {

    int point(int[] series) {
      return series[group] * column.combinations() + combination;
    }
  }

  /**
   * @param index among the set's cells, in the order of their offsets
   * @param combination of the instrument's dimensions that the cell is for
   */
  NodeCell(
      int index,
      InstrumentDescriptor instrument,
      int combination,
      CellMerge layout,
      Target[] targets) {
    this.index = index;
    this.instrument = instrument;
    this.offset = instrument.cellOffset(combination);
    this.layout = layout;
    this.targets = targets;
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
    for (Target target : targets) {
      target.column.merge(target.point(series), sealedCell);
    }
  }

  /** An observed sum of longs has grown. */
  void grow(int[] series, long by) {
    for (Target target : targets) {
      target.column.grow(target.point(series), by);
    }
  }

  /** An observed sum of doubles has grown by {@code high + low}. */
  void grow(int[] series, double high, double low) {
    for (Target target : targets) {
      target.column.grow(target.point(series), high, low);
    }
  }

  /** Makes the cell empty again. */
  void clear(long sealedCell) {
    layout.clear(sealedCell);
  }
}
