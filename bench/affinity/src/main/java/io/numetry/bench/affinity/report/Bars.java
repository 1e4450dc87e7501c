package io.numetry.bench.affinity.report;

import io.numetry.bench.support.report.Markup;
import java.util.List;
import java.util.Locale;

/** Bars from left to right, with their figures behind them. */
final class Bars {

  private static final int WIDTH = 640;
  private static final int LEFT = 120;
  private static final int LONGEST = 340;
  private static final int ROW = 34;

  /**
   * One bar.
   *
   * @param value its length
   * @param figure in words, behind it
   */
  record Bar(String name, double value, String figure) {}

  private Bars() {}

  /**
   * Writes them.
   *
   * @param full what a whole bar stands for at least, so that nothing much is a short bar
   */
  static void write(Markup page, String title, double full, List<Bar> bars) {
    int height = bars.size() * ROW + 8;
    double greatest = Math.max(full, bars.stream().mapToDouble(Bar::value).max().orElse(full));
    page.open(
            "svg",
            "role",
            "img",
            "width",
            "" + WIDTH,
            "height",
            "" + height,
            "viewBox",
            "0 0 " + WIDTH + " " + height,
            "class",
            "chart")
        .leaf("title", title);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double length = Math.max(0, bar.value()) / greatest * LONGEST;
      int middle = i * ROW + ROW / 2;
      page.leaf(
          "text", bar.name(), "class", "tick end", "x", "" + (LEFT - 10), "y", "" + (middle + 5));
      page.empty(
          "rect",
          "class",
          "bar",
          "x",
          "" + LEFT,
          "y",
          "" + (middle - 9),
          "width",
          String.format(Locale.ROOT, "%.1f", Math.max(2, length)),
          "height",
          "18",
          "rx",
          "2");
      page.leaf(
          "text",
          bar.figure(),
          "class",
          "figure",
          "x",
          String.format(Locale.ROOT, "%.1f", LEFT + Math.max(2, length) + 8),
          "y",
          "" + (middle + 5));
    }
    page.close().line();
  }
}
