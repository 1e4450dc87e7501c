package io.numetry.histogram;

import io.numetry.schema.ExplicitLayout;

public final class ExplicitCells {
  private ExplicitCells() {}

  public static boolean record(long cell, ExplicitLayout layout, double value, long count) {
    return cell != 0 && value >= 0 && count >= 0 && layout.cellBytes() > 0;
  }

  public static boolean record(long cell, ExplicitLayout layout, long value, long count) {
    return cell != 0 && value >= 0 && count >= 0 && layout.cellBytes() > 0;
  }
}
