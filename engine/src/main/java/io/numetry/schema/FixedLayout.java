package io.numetry.schema;

/** Cells that look the same for every instrument of their kind. */
public enum FixedLayout implements CellLayout {
  /** One word: a long, or the bits of a double. */
  NUMBER(Long.BYTES),

  /** Minimum, maximum, sum and count: see {@link MmscCell}. */
  MMSC(MmscCell.BYTES);

  private final int cellBytes;

  FixedLayout(int cellBytes) {
    this.cellBytes = cellBytes;
  }

  @Override
  public int cellBytes() {
    return cellBytes;
  }
}
