package io.numetry.bench.affinity.report;

import io.numetry.bench.support.report.Figures;
import io.numetry.bench.support.report.Markup;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A matrix as coloured cells, with the figures in them where they fit, and a scale beside. */
final class HeatMap {

  /** The scale reaches so many times as far at least: small differences shall look small. */
  private static final double LEAST_RANGE = 2;

  private static final int MARGIN_LEFT = 64;
  private static final int MARGIN_TOP = 44;
  private static final int GROUP_GAP = 4;
  private static final int SCALE_STEPS = 24;
  private static final int SCALE_WIDTH = 240;

  /** More columns, and the cells have no room for figures. */
  static final int MOST_WITH_FIGURES = 40;

  private final Matrix matrix;
  private final HeatScale scale;
  private final int cell;
  private final boolean figures;

  HeatMap(Matrix matrix) {
    this.matrix = matrix;
    this.scale =
        new HeatScale(matrix.least(), Math.max(matrix.greatest(), LEAST_RANGE * matrix.least()));
    int columns = matrix.columns().size();
    this.figures = columns <= MOST_WITH_FIGURES;
    this.cell = columns <= 5 ? 58 : columns <= 20 ? 44 : figures ? 30 : columns <= 100 ? 9 : 5;
  }

  /**
   * @param title what the figures are, with their unit
   */
  void write(Markup page, String title) {
    int width = Math.max(at(matrix.columns().size()) + 12, MARGIN_LEFT + SCALE_WIDTH + 90);
    int bottom = MARGIN_TOP + at(matrix.rows().size()) - MARGIN_LEFT;
    int height = bottom + 52;
    page.open(
            "svg",
            "role",
            "img",
            "width",
            "" + width,
            "height",
            "" + height,
            "viewBox",
            "0 0 " + width + " " + height,
            "class",
            "chart")
        .leaf("title", title);
    axes(page);
    for (int r = 0; r < matrix.rows().size(); r++) {
      for (int c = 0; c < matrix.columns().size(); c++) {
        cell(page, r, c);
      }
    }
    if (matrix.greatest() > matrix.least()) {
      legend(page, bottom + 16);
    }
    page.close().line();
  }

  /** Left edge of a column; the rows are the same, from the top margin. */
  private int at(int index) {
    int gaps = 0;
    List<Integer> groups = matrix.groups();
    for (int i = 1; i <= index && i < groups.size(); i++) {
      gaps += groups.get(i).equals(groups.get(i - 1)) ? 0 : 1;
    }
    return MARGIN_LEFT + index * cell + gaps * GROUP_GAP;
  }

  private int y(int row) {
    return at(row) - MARGIN_LEFT + MARGIN_TOP;
  }

  private void axes(Markup page) {
    page.leaf("text", matrix.columnName(), "class", "axis", "x", "" + MARGIN_LEFT, "y", "14");
    int middle = (MARGIN_TOP + y(matrix.rows().size())) / 2;
    page.leaf(
        "text",
        matrix.rowName(),
        "class",
        "axis middle",
        "transform",
        "translate(16 " + middle + ") rotate(-90)");
    int every = figures ? 1 : Math.max(1, 16 / cell * 4);
    for (int c = 0; c < matrix.columns().size(); c += every) {
      page.leaf(
          "text",
          matrix.columns().get(c),
          "class",
          "tick middle",
          "x",
          "" + (at(c) + cell / 2),
          "y",
          "" + (MARGIN_TOP - 8));
    }
    for (int r = 0; r < matrix.rows().size(); r += every) {
      page.leaf(
          "text",
          matrix.rows().get(r),
          "class",
          "tick end",
          "x",
          "" + (MARGIN_LEFT - 8),
          "y",
          "" + (y(r) + cell / 2 + 4));
    }
  }

  private void cell(Markup page, int row, int column) {
    OptionalDouble value = matrix.cells().get(row).get(column);
    String x = "" + at(column);
    String y = "" + y(row);
    String size = "" + (cell - 1);
    if (value.isEmpty()) {
      page.empty("rect", "class", "blank", "x", x, "y", y, "width", size, "height", size);
      return;
    }
    double nanos = value.getAsDouble();
    page.open("rect", "x", x, "y", y, "width", size, "height", size, "fill", scale.fill(nanos));
    page.leaf(
        "title",
        matrix.rowName()
            + " "
            + matrix.rows().get(row)
            + ", "
            + matrix.columnName()
            + " "
            + matrix.columns().get(column)
            + ": "
            + Figures.nanos(nanos));
    page.close();
    if (figures) {
      page.leaf(
          "text",
          brief(nanos),
          "class",
          "middle",
          "style",
          "fill:" + scale.ink(nanos) + ";font-size:" + (cell >= 44 ? "14px" : "11px"),
          "x",
          "" + (at(column) + (cell - 1) / 2),
          "y",
          "" + (y(row) + cell / 2 + 4));
    }
  }

  /** Without the unit of nanoseconds, which the title tells. */
  private static String brief(double nanos) {
    return nanos < 9_999.5
        ? Figures.digits(nanos)
        : String.format(Locale.ROOT, "%.0fµ", nanos / 1_000);
  }

  private void legend(Markup page, int y) {
    for (int i = 0; i < SCALE_STEPS; i++) {
      page.empty(
          "rect",
          "x",
          "" + (MARGIN_LEFT + i * SCALE_WIDTH / SCALE_STEPS),
          "y",
          "" + y,
          "width",
          "" + (SCALE_WIDTH / SCALE_STEPS + 1),
          "height",
          "10",
          "fill",
          HeatScale.at((double) i / (SCALE_STEPS - 1)));
    }
    page.leaf(
        "text",
        Figures.nanos(scale.least()),
        "class",
        "tick",
        "x",
        "" + MARGIN_LEFT,
        "y",
        "" + (y + 24));
    page.leaf(
        "text",
        Figures.nanos(scale.greatest()),
        "class",
        "tick end",
        "x",
        "" + (MARGIN_LEFT + SCALE_WIDTH),
        "y",
        "" + (y + 24));
    page.leaf("text", "low", "class", "tick end", "x", "" + (MARGIN_LEFT - 8), "y", "" + (y + 9));
    page.leaf(
        "text",
        "high",
        "class",
        "tick",
        "x",
        "" + (MARGIN_LEFT + SCALE_WIDTH + 8),
        "y",
        "" + (y + 9));
  }
}
