package io.numetry.schema;

/**
 * How an instrument's cell is laid out in native memory. A cell of zeros is empty, whatever its
 * layout.
 */
public sealed interface CellLayout permits FixedLayout, ExponentialLayout, ExplicitLayout {

  /** Size of one cell, a multiple of 8. */
  int cellBytes();
}
