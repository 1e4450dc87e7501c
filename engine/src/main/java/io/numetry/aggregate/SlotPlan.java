package io.numetry.aggregate;

import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.window.CellMerge;
import java.util.Arrays;
import java.util.List;

/**
 * Which cell each word of a set's slot begins, so that a touched mark leads to its cell at once.
 * Cells are numbered in the order of their offsets.
 */
final class SlotPlan {
  private static final int NO_CELL = -1;

  private final int[] cellOfWord;
  private final int[] instruments;
  private final int[] combinations;
  private final int[] offsets;
  private final CellMerge[] layouts;
  private final boolean[] observed;
  private final boolean observesAny;

  SlotPlan(MetricSetDescriptor set) {
    List<InstrumentDescriptor> all = set.instruments();
    int cells = all.stream().mapToInt(InstrumentDescriptor::combinations).sum();
    cellOfWord = new int[set.slotBytes() / Long.BYTES];
    Arrays.fill(cellOfWord, NO_CELL);
    instruments = new int[cells];
    combinations = new int[cells];
    offsets = new int[cells];
    layouts = all.stream().map(CellMerge::new).toArray(CellMerge[]::new);
    observed = new boolean[all.size()];
    int cell = 0;
    boolean any = false;
    for (int i = 0; i < all.size(); i++) {
      observed[i] = all.get(i).kind().isObserved();
      any |= observed[i];
      for (int c = 0; c < all.get(i).combinations(); c++, cell++) {
        instruments[cell] = i;
        combinations[cell] = c;
        offsets[cell] = all.get(i).cellOffset(c);
        cellOfWord[offsets[cell] / Long.BYTES] = cell;
      }
    }
    observesAny = any;
  }

  /** The cell that begins with a word of the slot, or a negative number. */
  int cellOfWord(int word) {
    return cellOfWord[word];
  }

  int cells() {
    return offsets.length;
  }

  /** Bytes from the slot's first byte to the cell's. */
  int offset(int cell) {
    return offsets[cell];
  }

  /** The cell's instrument, by its index in the descriptor. */
  int instrument(int cell) {
    return instruments[cell];
  }

  /** The combination of the instrument's dimensions that the cell is for. */
  int combination(int cell) {
    return combinations[cell];
  }

  /** True if the cell is told its sum, and not what to add. */
  boolean isObserved(int cell) {
    return observed[instruments[cell]];
  }

  boolean observesAny() {
    return observesAny;
  }

  /** How the cell is emptied. */
  CellMerge layout(int cell) {
    return layouts[instruments[cell]];
  }
}
