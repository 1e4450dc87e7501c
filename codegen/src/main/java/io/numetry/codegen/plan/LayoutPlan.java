package io.numetry.codegen.plan;

import io.numetry.schema.CellLayout;

/**
 * The layout of a histogram's cells in the generated class.
 *
 * @param constant Java name of the layout, if it is not its kind's default
 * @param isDefault true if the engine's own constant serves
 */
public record LayoutPlan(String constant, CellLayout layout, boolean isDefault) {}
