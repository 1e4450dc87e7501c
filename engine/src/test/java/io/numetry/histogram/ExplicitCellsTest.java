package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ValueType;
import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Explicit buckets against a plain scan over the boundaries. */
class ExplicitCellsTest {
  private static final ExplicitLayout LAYOUT = ExplicitLayout.DEFAULT;
  private final long seed = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Arena arena = Arena.ofConfined();

  @AfterEach
  void free() {
    arena.close();
  }

  @Test
  void bucketsAreClosedAbove() {
    assertThat(LAYOUT.bucketOf(-1)).isZero();
    assertThat(LAYOUT.bucketOf(-0.0)).isZero();
    assertThat(LAYOUT.bucketOf(0)).isZero();
    assertThat(LAYOUT.bucketOf(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(LAYOUT.bucketOf(5)).isEqualTo(1);
    assertThat(LAYOUT.bucketOf(Math.nextUp(5.0))).isEqualTo(2);
    assertThat(LAYOUT.bucketOf(10_000)).isEqualTo(14);
    assertThat(LAYOUT.bucketOf(10_001)).isEqualTo(15);
  }

  @Test
  void anyNumberOfBoundaries() {
    for (int round = 0; round < 2000; round++) {
      ExplicitLayout layout = anyLayout();
      for (int i = 0; i < 50; i++) {
        double value =
            random.nextBoolean()
                ? layout.boundary(random.nextInt(layout.buckets() - 1))
                : random.nextDouble(-1100, 1100);
        assertThat(layout.bucketOf(value))
            .as("seed=%d value=%s %s", seed, value, layout)
            .isEqualTo(scan(layout, value));
      }
    }
  }

  @Test
  void doublesAndMerges() {
    for (int round = 0; round < 300; round++) {
      ExplicitLayout layout = anyLayout();
      long one = cell(layout);
      long other = cell(layout);
      long[] counts = new long[layout.buckets()];
      double sum = 0;
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      long total = 0;
      int values = random.nextInt(100);
      for (int i = 0; i < values; i++) {
        double value = random.nextInt(-1100 * 8, 1100 * 8) / 8.0;
        long count = random.nextLong(1, 4);
        long cell = random.nextBoolean() ? one : other;
        assertThat(
                count == 1
                    ? ExplicitCells.record(cell, layout, value)
                    : ExplicitCells.record(cell, layout, value, count))
            .isTrue();
        counts[scan(layout, value)] += count;
        total += count;
        sum += value * count;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
      ExplicitCells.merge(one, layout, ValueType.DOUBLE, other);
      assertThat(ExplicitCells.count(one)).isEqualTo(total);
      assertThat(ExplicitCells.isEmpty(one)).isEqualTo(total == 0);
      if (total > 0) {
        assertThat(ExplicitCells.minDouble(one)).isEqualTo(min);
        assertThat(ExplicitCells.maxDouble(one)).isEqualTo(max);
      }
      // Eighths add up exactly.
      assertThat(ExplicitCells.sumDouble(one)).isEqualTo(sum);
      for (int bucket = 0; bucket < counts.length; bucket++) {
        assertThat(ExplicitCells.bucketCount(one, bucket)).isEqualTo(counts[bucket]);
      }
      ExplicitCells.clear(one, layout);
      for (int at = 0; at < layout.cellBytes(); at += Long.BYTES) {
        assertThat(NativeAccess.getLong(one + at)).isZero();
      }
    }
  }

  @Test
  void longsAreExact() {
    long one = cell(LAYOUT);
    long other = cell(LAYOUT);
    long large = (1L << 53) + 1;
    ExplicitCells.record(one, LAYOUT, large);
    ExplicitCells.record(one, LAYOUT, 25L, 3);
    ExplicitCells.record(other, LAYOUT, -7L);
    ExplicitCells.merge(one, LAYOUT, ValueType.LONG, other);
    assertThat(ExplicitCells.sumLong(one)).isEqualTo(large + 75 - 7);
    assertThat(ExplicitCells.minLong(one)).isEqualTo(-7);
    assertThat(ExplicitCells.maxLong(one)).isEqualTo(large);
    assertThat(ExplicitCells.count(one)).isEqualTo(5);
    assertThat(ExplicitCells.bucketCount(one, 0)).isEqualTo(1);
    assertThat(ExplicitCells.bucketCount(one, 3)).isEqualTo(3);
    assertThat(ExplicitCells.bucketCount(one, 15)).isEqualTo(1);
    assertThat(ExplicitCells.min(one, ValueType.LONG)).isEqualTo(-7);
  }

  @Test
  void refusesWhatItCannotTake() {
    long cell = cell(LAYOUT);
    assertThat(ExplicitCells.record(cell, LAYOUT, Double.NaN)).isFalse();
    assertThat(ExplicitCells.record(cell, LAYOUT, Double.NEGATIVE_INFINITY)).isFalse();
    assertThat(ExplicitCells.record(cell, LAYOUT, 1.0, -1)).isFalse();
    assertThat(ExplicitCells.record(cell, LAYOUT, 1L, -1)).isFalse();
    assertThat(ExplicitCells.record(cell, LAYOUT, 1.0, 0)).isTrue();
    assertThat(ExplicitCells.isEmpty(cell)).isTrue();
  }

  private ExplicitLayout anyLayout() {
    var boundaries = new TreeSet<Double>();
    int number = random.nextInt(1, 40);
    while (boundaries.size() < number) {
      boundaries.add((double) random.nextInt(-1000, 1000));
    }
    return new ExplicitLayout(boundaries.stream().mapToDouble(d -> d).toArray());
  }

  private long cell(ExplicitLayout layout) {
    return arena.allocate(layout.cellBytes(), 64).address();
  }

  private static int scan(ExplicitLayout layout, double value) {
    int bucket = 0;
    while (bucket < layout.buckets() - 1 && value > layout.boundary(bucket)) {
      bucket++;
    }
    return bucket;
  }
}
