package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.ValueType;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a cell should hold, kept in maps at the finest scale: plain, slow, and never rescaled. */
final class HistogramModel {
  private final ExponentialLayout layout;
  private final ValueType type;
  private final Map<Integer, Long> positive = new HashMap<>();
  private final Map<Integer, Long> negative = new HashMap<>();
  private long zeros;
  private long sumLong;
  private double sumDouble;
  private double sumOfMagnitudes;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private long minLong = Long.MAX_VALUE;
  private long maxLong = Long.MIN_VALUE;

  HistogramModel(ExponentialLayout layout, ValueType type) {
    this.layout = layout;
    this.type = type;
  }

  void record(double value, long count) {
    min = Math.min(min, value + 0.0);
    max = Math.max(max, value + 0.0);
    sumDouble += value * count;
    sumOfMagnitudes += Math.abs(value) * count;
    if (value == 0) {
      zeros += count;
    } else {
      int index = ExactBoundaries.indexOf(Math.abs(value), 20);
      (value < 0 ? negative : positive).merge(index, count, Long::sum);
    }
  }

  void record(long value, long count) {
    record((double) value, count);
    sumLong += value * count;
    minLong = Math.min(minLong, value);
    maxLong = Math.max(maxLong, value);
  }

  void merge(HistogramModel other) {
    other.positive.forEach((index, count) -> positive.merge(index, count, Long::sum));
    other.negative.forEach((index, count) -> negative.merge(index, count, Long::sum));
    zeros += other.zeros;
    sumLong = Sums.addCells(sumLong, other.sumLong, other.minLong); // recording wraps
    sumDouble += other.sumDouble;
    sumOfMagnitudes += other.sumOfMagnitudes;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    minLong = Math.min(minLong, other.minLong);
    maxLong = Math.max(maxLong, other.maxLong);
  }

  /** The largest scale at which both ranges fit. */
  int idealScale() {
    int scale = layout.maxScale();
    while (width(positive, scale) > layout.maxBuckets()
        || width(negative, scale) > layout.maxBuckets()) {
      scale--;
    }
    return scale;
  }

  void assertEqualTo(long cell) {
    assertBucketsEqualTo(cell);
    assertSumEqualTo(cell);
  }

  /** All but the sum. */
  void assertBucketsEqualTo(long cell) {
    assertThat(ExponentialCells.isEmpty(cell)).isEqualTo(count() == 0);
    assertThat(ExponentialCells.scale(cell, layout)).isEqualTo(idealScale());
    assertThat(ExponentialCells.count(cell, layout)).isEqualTo(count());
    assertThat(ExponentialCells.zeroCount(cell)).isEqualTo(zeros);
    Map<Integer, Long> found = new TreeMap<>();
    for (int k = 0; k < ExponentialCells.positiveBuckets(cell); k++) {
      put(
          found,
          ExponentialCells.positiveOffset(cell) + k,
          ExponentialCells.positiveCount(cell, layout, k));
    }
    assertThat(found).isEqualTo(at(positive, idealScale()));
    found.clear();
    for (int k = 0; layout.negatives() && k < ExponentialCells.negativeBuckets(cell); k++) {
      put(
          found,
          ExponentialCells.negativeOffset(cell) + k,
          ExponentialCells.negativeCount(cell, layout, k));
    }
    assertThat(found).isEqualTo(at(negative, idealScale()));
    if (count() > 0) {
      assertThat(ExponentialCells.min(cell, type)).isEqualTo(min);
      assertThat(ExponentialCells.max(cell, type)).isEqualTo(max);
    }
    if (type == ValueType.LONG && count() > 0) {
      assertThat(ExponentialCells.minLong(cell)).isEqualTo(minLong);
      assertThat(ExponentialCells.maxLong(cell)).isEqualTo(maxLong);
    }
  }

  /** Longs exactly; doubles but for the order of their roundings. */
  private void assertSumEqualTo(long cell) {
    if (type == ValueType.LONG) {
      assertThat(ExponentialCells.sumLong(cell)).isEqualTo(sumLong);
    } else {
      assertThat(Math.abs(ExponentialCells.sumDouble(cell) - sumDouble))
          .isLessThanOrEqualTo(1e-10 * sumOfMagnitudes);
    }
  }

  /** The edges of the ranges are in use, what is outside is zero. Not of a compact copy. */
  void assertTidy(long cell) {
    long total = 0;
    for (int at = ExponentialLayout.BUCKETS; at < layout.cellBytes(); at += Long.BYTES) {
      total += NativeAccess.getLong(cell + at);
    }
    assertThat(total).as("all bucket words").isEqualTo(count() - zeros);
    int width = ExponentialCells.positiveBuckets(cell);
    assertThat(width).isLessThanOrEqualTo(layout.maxBuckets());
    if (width > 0) {
      assertThat(ExponentialCells.positiveCount(cell, layout, 0)).isPositive();
      assertThat(ExponentialCells.positiveCount(cell, layout, width - 1)).isPositive();
    }
    width = ExponentialCells.negativeBuckets(cell);
    assertThat(width).isLessThanOrEqualTo(layout.maxBuckets());
    if (width > 0) {
      assertThat(ExponentialCells.negativeCount(cell, layout, 0)).isPositive();
      assertThat(ExponentialCells.negativeCount(cell, layout, width - 1)).isPositive();
    }
  }

  private long count() {
    long count = zeros;
    for (long each : positive.values()) {
      count += each;
    }
    for (long each : negative.values()) {
      count += each;
    }
    return count;
  }

  private static void put(Map<Integer, Long> counts, int index, long count) {
    if (count > 0) {
      counts.put(index, count);
    }
  }

  private static Map<Integer, Long> at(Map<Integer, Long> counts, int scale) {
    Map<Integer, Long> lowered = new TreeMap<>();
    counts.forEach((index, count) -> lowered.merge(index >> (20 - scale), count, Long::sum));
    return lowered;
  }

  private static long width(Map<Integer, Long> counts, int scale) {
    if (counts.isEmpty()) {
      return 0;
    }
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int index : counts.keySet()) {
      low = Math.min(low, index >> (20 - scale));
      high = Math.max(high, index >> (20 - scale));
    }
    return high - low + 1;
  }
}
