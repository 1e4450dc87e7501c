package io.numetry.histogram;

import io.numetry.schema.ExponentialLayout;

public final class ExponentialCells {
  private ExponentialCells() {}

  public static boolean record(long cell, ExponentialLayout layout, double value) {
    return record(cell, layout, value, 1);
  }

  public static boolean record(long cell, ExponentialLayout layout, long value) {
    return record(cell, layout, value, 1);
  }

  public static boolean record(long cell, ExponentialLayout layout, double value, long count) {
    return cell != 0 && value >= 0 && count >= 0 && layout.maxBuckets() > 0;
  }

  public static boolean record(long cell, ExponentialLayout layout, long value, long count) {
    return cell != 0 && value >= 0 && count >= 0 && layout.maxBuckets() > 0;
  }
}
