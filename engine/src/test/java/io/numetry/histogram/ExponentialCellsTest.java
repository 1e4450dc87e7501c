package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.ValueType;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One cell at a time: what a recorded value leaves behind. */
class ExponentialCellsTest {
  private static final ExponentialLayout LAYOUT = ExponentialLayout.DEFAULT;

  private final Arena arena = Arena.ofConfined();
  private final long cell = arena.allocate(LAYOUT.cellBytes(), 64).address();

  @AfterEach
  void free() {
    arena.close();
  }

  /** The specification's table of what scale 160 buckets end up at. */
  @ParameterizedTest
  @CsvSource({
    "1e-3, 4e-3, 6",
    "1e-3, 20e-3, 5",
    "1e-3, 1, 4",
    "1e-3, 100, 3",
    "1e-6, 10, 2",
  })
  void idealScale(double from, double to, int scale) {
    // Just above the lower end: the range is meant to be open there.
    ExponentialRecording.record(cell, LAYOUT, Math.nextUp(from));
    ExponentialRecording.record(cell, LAYOUT, to);
    assertThat(ExponentialCells.scale(cell, LAYOUT)).isEqualTo(scale);
  }

  @Test
  void aCellOfZerosIsEmpty() {
    assertThat(ExponentialCells.isEmpty(cell)).isTrue();
    assertThat(ExponentialCells.scale(cell, LAYOUT)).isEqualTo(20);
    assertThat(ExponentialCells.count(cell, LAYOUT)).isZero();
    assertThat(ExponentialCells.positiveBuckets(cell)).isZero();
  }

  /** Nothing has to move for values that the whole has buckets for. */
  @Test
  void goesOnWithTheBaseOfTheWhole() {
    long whole = arena.allocate(LAYOUT.cellBytes(), 64).address();
    ExponentialRecording.record(whole, LAYOUT, 10.0);
    ExponentialRecording.record(whole, LAYOUT, 9_000.0);
    ExponentialCells.clearLike(cell, LAYOUT, whole);
    for (double value : new double[] {8_999, 11}) {
      ExponentialRecording.record(cell, LAYOUT, value);
      assertThat(base(cell)).isEqualTo(base(whole));
      assertThat(ExponentialCells.scale(cell, LAYOUT))
          .isEqualTo(ExponentialCells.scale(whole, LAYOUT));
    }
  }

  /** Index of the first counter. */
  private static long base(long cell) {
    long lowest = ExponentialCells.lowestBucket(cell, LAYOUT, false);
    long position = (lowest - cell - ExponentialLayout.BUCKETS) / Long.BYTES;
    return ExponentialCells.positiveOffset(cell) - position;
  }

  @Test
  void refusesWhatItCannotTake() {
    assertThat(ExponentialRecording.record(cell, LAYOUT, Double.NaN)).isFalse();
    assertThat(ExponentialRecording.record(cell, LAYOUT, Double.POSITIVE_INFINITY)).isFalse();
    assertThat(ExponentialRecording.record(cell, LAYOUT, -1.0)).isFalse();
    assertThat(ExponentialRecording.record(cell, LAYOUT, -1L)).isFalse();
    assertThat(ExponentialRecording.record(cell, LAYOUT, 1L, -1)).isFalse();
    assertThat(ExponentialRecording.record(cell, LAYOUT, 1.0, -1)).isFalse();
    assertThat(ExponentialRecording.record(cell, LAYOUT, 1.0, 0)).isTrue();
    assertThat(ExponentialCells.isEmpty(cell)).isTrue();
  }

  @Test
  void oneValueAndZerosStayAtTheMaximumScale() {
    for (int i = 0; i < 1000; i++) {
      ExponentialRecording.record(cell, LAYOUT, 4711L);
      ExponentialRecording.record(cell, LAYOUT, 0L);
    }
    assertThat(ExponentialCells.scale(cell, LAYOUT)).isEqualTo(20);
    assertThat(ExponentialCells.positiveBuckets(cell)).isEqualTo(1);
    assertThat(ExponentialCells.positiveOffset(cell)).isEqualTo(ExactBoundaries.indexOf(4711, 20));
    assertThat(ExponentialCells.positiveCount(cell, LAYOUT, 0)).isEqualTo(1000);
    assertThat(ExponentialCells.zeroCount(cell)).isEqualTo(1000);
    assertThat(ExponentialCells.count(cell, LAYOUT)).isEqualTo(2000);
    assertThat(ExponentialCells.sumLong(cell)).isEqualTo(4_711_000);
    assertThat(ExponentialCells.minLong(cell)).isZero();
    assertThat(ExponentialCells.maxLong(cell)).isEqualTo(4711);
  }

  @Test
  void negativeZeroIsZero() {
    ExponentialRecording.record(cell, LAYOUT, -0.0);
    ExponentialRecording.record(cell, LAYOUT, -0.0, 2);
    assertThat(ExponentialCells.zeroCount(cell)).isEqualTo(3);
    assertThat(Double.doubleToRawLongBits(ExponentialCells.minDouble(cell))).isZero();
    assertThat(Double.doubleToRawLongBits(ExponentialCells.maxDouble(cell))).isZero();
    assertThat(Double.doubleToRawLongBits(ExponentialCells.sumDouble(cell))).isZero();
  }

  @Test
  void aMergeIntoAnEmptyCellIsACopy() {
    long other = arena.allocate(LAYOUT.cellBytes(), 64).address();
    ExponentialRecording.record(other, LAYOUT, 2.5, 3);
    ExponentialRecording.record(other, LAYOUT, 80.0);
    ExponentialCells.merge(cell, LAYOUT, ValueType.DOUBLE, other);
    assertThat(ExponentialCells.scale(cell, LAYOUT))
        .isEqualTo(ExponentialCells.scale(other, LAYOUT));
    assertThat(ExponentialCells.count(cell, LAYOUT)).isEqualTo(4);
    assertThat(ExponentialCells.minDouble(cell)).isEqualTo(2.5);
    assertThat(ExponentialCells.maxDouble(cell)).isEqualTo(80);
    assertThat(ExponentialCells.sumDouble(cell)).isEqualTo(87.5);
  }

  @Test
  void mergingAnEmptyCellChangesNothing() {
    long empty = arena.allocate(LAYOUT.cellBytes(), 64).address();
    ExponentialRecording.record(cell, LAYOUT, 5L);
    ExponentialCells.merge(cell, LAYOUT, ValueType.LONG, empty);
    assertThat(ExponentialCells.minLong(cell)).isEqualTo(5);
    assertThat(ExponentialCells.count(cell, LAYOUT)).isEqualTo(1);
  }

  @Test
  void countsSaturate() {
    ExponentialRecording.record(cell, LAYOUT, 1.0, Long.MAX_VALUE);
    ExponentialRecording.record(cell, LAYOUT, 1.0, Long.MAX_VALUE);
    assertThat(ExponentialCells.positiveCount(cell, LAYOUT, 0)).isEqualTo(Long.MAX_VALUE);
    ExponentialRecording.record(cell, LAYOUT, 0.0);
    assertThat(ExponentialCells.count(cell, LAYOUT)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void quantilesAreWithinABucket() {
    assertThat(ExponentialCells.quantile(cell, LAYOUT, ValueType.DOUBLE, 0.5)).isNaN();
    for (int i = 1; i <= 1000; i++) {
      ExponentialRecording.record(cell, LAYOUT, (double) i);
    }
    // Ten octaves, closed at both ends, are just too much for scale 4: buckets of 9%.
    assertThat(ExponentialCells.scale(cell, LAYOUT)).isEqualTo(3);
    for (double quantile : new double[] {0.1, 0.5, 0.9, 0.99}) {
      assertThat(ExponentialCells.quantile(cell, LAYOUT, ValueType.DOUBLE, quantile))
          .isCloseTo(1000 * quantile, within(0.09 * 1000 * quantile));
    }
    assertThat(ExponentialCells.quantile(cell, LAYOUT, ValueType.DOUBLE, 0)).isEqualTo(1);
    assertThat(ExponentialCells.quantile(cell, LAYOUT, ValueType.DOUBLE, 1))
        .isCloseTo(1000, within(90.0));
  }

  @Test
  void quantilesOfNegatives() {
    var layout = new ExponentialLayout(160, 20, true);
    long both = arena.allocate(layout.cellBytes(), 64).address();
    for (long value : new long[] {-100, -10, 0, 10, 100}) {
      ExponentialRecording.record(both, layout, value);
    }
    double[] expected = {-100, -10, 0, 10, 100};
    for (int i = 0; i < expected.length; i++) {
      assertThat(ExponentialCells.quantile(both, layout, ValueType.LONG, (i + 0.5) / 5))
          .isCloseTo(expected[i], within(0.05 * Math.abs(expected[i])));
    }
  }
}
