package io.numetry.exporter.otlp;

import io.numetry.window.Column;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a column's points: those of the point's series, then those of its combination.
 *
 * <p>Points are selected in ascending order, so that a series is looked up once for all of its
 * combinations.
 */
final class PointAttributes {
  private final SeriesTemplates series;
  private final int combinations;

  /** Null if the instrument has no dimensions. */
  private final @Nullable CombinationTemplates perCombination;

  private int selectedSeries;
  private int selectedCombination;
  private long seriesAddress;
  private int seriesBytes;

  PointAttributes(
      Column column, SeriesTemplates series, byte attributesTag, ConstantMemory constants) {
    this.series = series;
    this.combinations = column.combinations();
    this.perCombination =
        column.instrument().dimensions().isEmpty()
            ? null
            : new CombinationTemplates(
                column.instrument().dimensions(), combinations, attributesTag, constants);
  }

  /** Forgets the series: where its template lies is known only until another column's pass. */
  void begin() {
    selectedSeries = -1;
  }

  /**
   * Goes to a point.
   *
   * @return bytes of the point's attributes
   */
  int select(int point) {
    if (perCombination == null) {
      selectSeries(point);
      return seriesBytes;
    }
    // Mostly the next point is one of the same series, and there is nothing to divide.
    selectedCombination = point - selectedSeries * combinations;
    if (selectedSeries < 0 || selectedCombination >= combinations) {
      selectSeries(point / combinations);
      selectedCombination = point - selectedSeries * combinations;
    }
    return seriesBytes + perCombination.bytes(selectedCombination);
  }

  /** The selected point's series. */
  int series() {
    return selectedSeries;
  }

  /** Writes the attributes of the selected point. */
  void writeTo(BackwardWriter out) {
    if (perCombination != null) {
      out.copy(
          perCombination.address(selectedCombination), perCombination.bytes(selectedCombination));
    }
    out.copy(seriesAddress, seriesBytes);
  }

  private void selectSeries(int index) {
    long entry = series.entry(index);
    selectedSeries = index;
    seriesAddress = SeriesTemplates.address(entry);
    seriesBytes = SeriesTemplates.bytes(entry);
  }
}
