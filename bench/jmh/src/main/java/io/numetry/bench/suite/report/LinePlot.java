package io.numetry.bench.suite.report;

import io.numetry.bench.support.report.Figures;
import io.numetry.bench.support.report.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over an axis of given places, durations upward by their logarithms. */
final class LinePlot {
  private static final int WIDTH = 520;
  private static final int LEFT = 66;
  private static final int RIGHT = 500;
  private static final int TOP = 14;
  private static final int BOTTOM = 260;
  private static final int KEY = 20;
  private static final double[] STEPS = {1, 2, 5};
  private static final int MOST_TICKS = 9;

  private final String axis;
  private final List<Place> places;
  private final List<Line> lines;
  private double low = Double.MAX_VALUE;
  private double high;

  /**
   * A place on the axis.
   *
   * @param at from 0 to 1
   */
  record Place(double at, String name) {}

  /**
   * A line.
   *
   * @param colour of the style sheet, 0 to 4
   * @param nanos by places; NaN where nothing is known
   */
  record Line(String name, int colour, List<Double> nanos) {}

  LinePlot(String axis, List<Place> places, List<Line> lines) {
    this.axis = axis;
    this.places = places;
    this.lines = lines;
    for (Line line : lines) {
      for (double nanos : line.nanos()) {
        if (!Double.isNaN(nanos)) {
          low = Math.min(low, nanos);
          high = Math.max(high, nanos);
        }
      }
    }
    low = Math.max(0.1, low * 0.7);
    high = Math.max(high * 1.3, low * 4);
  }

  private double x(int place) {
    return LEFT + 14 + places.get(place).at() * (RIGHT - LEFT - 28);
  }

  private double y(double nanos) {
    return BOTTOM - Math.log(nanos / low) / Math.log(high / low) * (BOTTOM - TOP);
  }

  void write(Markup page, String title) {
    int height = BOTTOM + 48 + lines.size() * KEY;
    page.open("svg", "role", "img", "viewBox", "0 0 " + WIDTH + " " + height).leaf("title", title);
    for (double tick : ticks()) {
      page.empty(
          "line",
          "class",
          "grid",
          "x1",
          "" + LEFT,
          "x2",
          "" + RIGHT,
          "y1",
          number(y(tick)),
          "y2",
          number(y(tick)));
      page.leaf(
          "text",
          Figures.nanos(tick).replaceFirst("\\.0+ ", " "),
          "class",
          "tick end",
          "x",
          "" + (LEFT - 8),
          "y",
          number(y(tick) + 4));
    }
    for (int i = 0; i < places.size(); i++) {
      page.leaf(
          "text",
          places.get(i).name(),
          "class",
          "tick middle",
          "x",
          number(x(i)),
          "y",
          "" + (BOTTOM + 18));
    }
    page.leaf(
        "text",
        axis,
        "class",
        "axis middle",
        "x",
        "" + (LEFT + RIGHT) / 2,
        "y",
        "" + (BOTTOM + 36));
    for (int i = 0; i < lines.size(); i++) {
      line(page, lines.get(i));
      key(page, lines.get(i), i);
    }
    page.close().line();
  }

  /** Round figures, none too close to the next. */
  private List<Double> ticks() {
    for (int steps = STEPS.length; steps > 0; steps--) {
      List<Double> ticks = new ArrayList<>();
      for (double decade = Math.pow(10, Math.floor(Math.log10(low)));
          decade <= high;
          decade *= 10) {
        for (int s = 0; s < steps; s++) {
          double tick = decade * (steps == 2 && s == 1 ? STEPS[2] : STEPS[s]);
          if (tick >= low && tick <= high) {
            ticks.add(tick);
          }
        }
      }
      if (ticks.size() <= MOST_TICKS) {
        return ticks;
      }
    }
    return List.of();
  }

  private void line(Markup page, Line line) {
    var points = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      double nanos = line.nanos().get(i);
      if (!Double.isNaN(nanos)) {
        points.append(number(x(i))).append(',').append(number(y(nanos))).append(' ');
      }
    }
    page.empty("polyline", "class", "line l" + line.colour(), "points", points.toString().strip());
    for (int i = 0; i < places.size(); i++) {
      double nanos = line.nanos().get(i);
      if (!Double.isNaN(nanos)) {
        page.open(
                "circle",
                "class",
                "d" + line.colour(),
                "cx",
                number(x(i)),
                "cy",
                number(y(nanos)),
                "r",
                "3.5")
            .leaf("title", line.name() + ", " + places.get(i).name() + ": " + Figures.nanos(nanos))
            .close();
      }
    }
  }

  private void key(Markup page, Line line, int index) {
    int y = BOTTOM + 58 + index * KEY;
    page.empty(
        "line",
        "class",
        "line l" + line.colour(),
        "x1",
        "" + LEFT,
        "x2",
        "" + (LEFT + 34),
        "y1",
        "" + (y - 4),
        "y2",
        "" + (y - 4));
    page.leaf("text", line.name(), "x", "" + (LEFT + 44), "y", "" + y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
