package io.numetry.histogram;

import io.numetry.schema.ExponentialLayout;

/** Estimates quantiles of an exponential histogram from its buckets. Threads: the cell's reader. */
final class Quantiles {
  private Quantiles() {}

  /** The geometric middle of the bucket that the quantile is in; of a cell that is not empty. */
  static double estimate(long cell, ExponentialLayout layout, double quantile) {
    double left = quantile * ExponentialCells.count(cell, layout);
    int scale = ExponentialCells.scale(cell, layout);
    if (layout.negatives()) {
      int offset = ExponentialCells.negativeOffset(cell);
      for (int k = ExponentialCells.negativeBuckets(cell) - 1; k >= 0; k--) {
        left -= ExponentialCells.negativeCount(cell, layout, k);
        if (left <= 0) {
          return -middle(offset + k, scale);
        }
      }
    }
    left -= ExponentialCells.zeroCount(cell);
    if (left <= 0 && ExponentialCells.zeroCount(cell) > 0) {
      return 0;
    }
    int offset = ExponentialCells.positiveOffset(cell);
    int buckets = ExponentialCells.positiveBuckets(cell);
    for (int k = 0; k < buckets; k++) {
      left -= ExponentialCells.positiveCount(cell, layout, k);
      if (left <= 0) {
        return middle(offset + k, scale);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double middle(int index, int scale) {
    return Math.sqrt(ExponentialIndex.lowerBoundary(index, scale))
        * Math.sqrt(ExponentialIndex.lowerBoundary(index + 1, scale));
  }
}
