package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.ExponentialLayout;
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
    ExponentialCells.record(cell, LAYOUT, Math.nextUp(from));
    ExponentialCells.record(cell, LAYOUT, to);
    assertThat(ExponentialCells.scale(cell, LAYOUT)).isEqualTo(scale);
  }

  @Test
  void aCellOfZerosIsEmpty() {
    assertThat(ExponentialCells.isEmpty(cell)).isTrue();
    assertThat(ExponentialCells.scale(cell, LAYOUT)).isEqualTo(20);
    assertThat(ExponentialCells.count(cell, LAYOUT)).isZero();
    assertThat(ExponentialCells.positiveBuckets(cell)).isZero();
  }

  @Test
  void refusesWhatItCannotTake() {
    assertThat(ExponentialCells.record(cell, LAYOUT, Double.NaN)).isFalse();
    assertThat(ExponentialCells.record(cell, LAYOUT, Double.POSITIVE_INFINITY)).isFalse();
    assertThat(ExponentialCells.record(cell, LAYOUT, -1.0)).isFalse();
    assertThat(ExponentialCells.record(cell, LAYOUT, -1L)).isFalse();
    assertThat(ExponentialCells.record(cell, LAYOUT, 1L, -1)).isFalse();
    assertThat(ExponentialCells.record(cell, LAYOUT, 1.0, -1)).isFalse();
    assertThat(ExponentialCells.record(cell, LAYOUT, 1.0, 0)).isTrue();
    assertThat(ExponentialCells.isEmpty(cell)).isTrue();
  }
}
