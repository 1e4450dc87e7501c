package io.numetry.exporter.otlp;

import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialCells;
import io.numetry.schema.ValueType;
import io.numetry.window.Column;

/**
 * What all distributions have: count, sum, minimum and maximum.
 *
 * <p>The sum is left out while the minimum is negative, for receivers take a distribution's sum for
 * monotonic. Without a value there is no minimum and no maximum, and a count of zero is the
 * default, which takes no bytes.
 */
final class Summary {
  /** Count, sum, minimum and maximum. */
  static final int MAX_BYTES = 4 * BackwardWriter.FIXED64_BYTES;

  private long count;
  private double sum;
  private double min;
  private double max;

  void ofMmsc(Column column, int point) {
    set(column.count(point), column.sum(point), column.min(point), column.max(point));
  }

  void ofExplicit(long cell, ValueType type) {
    set(
        ExplicitCells.count(cell),
        ExplicitCells.sum(cell, type),
        ExplicitCells.min(cell, type),
        ExplicitCells.max(cell, type));
  }

  /**
   * @param values how many values the cell has: it is not kept there
   */
  void ofExponential(long cell, ValueType type, long values) {
    set(
        values,
        ExponentialCells.sum(cell, type),
        ExponentialCells.min(cell, type),
        ExponentialCells.max(cell, type));
  }

  int bytes() {
    return BackwardWriter.FIXED64_BYTES * ((count == 0 ? 0 : 3) + (hasSum() ? 1 : 0));
  }

  void writeExtremes(byte minTag, byte maxTag, BackwardWriter out) {
    if (count != 0) {
      out.fixed64(maxTag, max);
      out.fixed64(minTag, min);
    }
  }

  /** Tags of count and sum are the same in all points that have them. */
  void writeCountAndSum(BackwardWriter out) {
    if (hasSum()) {
      out.fixed64(OtlpFields.DISTRIBUTION_POINT_SUM, sum);
    }
    if (count != 0) {
      out.fixed64(OtlpFields.DISTRIBUTION_POINT_COUNT, count);
    }
  }

  private boolean hasSum() {
    return count == 0 || min >= 0;
  }

  private void set(long newCount, double newSum, double newMin, double newMax) {
    count = newCount;
    sum = newSum;
    min = newMin;
    max = newMax;
  }
}
