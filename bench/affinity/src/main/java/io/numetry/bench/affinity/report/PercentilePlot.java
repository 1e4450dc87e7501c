package io.numetry.bench.affinity.report;

import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.support.report.Figures;
import io.numetry.bench.support.report.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Percentiles from left to right, durations upward by their logarithms, a line a scenario. */
final class PercentilePlot {

  static final List<String> NAMES = List.of("p50", "p90", "p99", "p99.9", "p99.99", "max");

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 430;
  private static final int LEFT = 74;
  private static final int RIGHT = 640;
  private static final int TOP = 20;
  private static final int BOTTOM = 370;
  private static final int LABEL_HEIGHT = 19;
  private static final double[] TICKS = {1, 2, 5};

  private final List<Jitter> jitters;
  private final double low;
  private final double high;

  PercentilePlot(List<Jitter> jitters) {
    this.jitters = jitters;
    double least = jitters.stream().mapToDouble(Jitter::p50).min().orElse(1);
    double greatest = jitters.stream().mapToDouble(Jitter::max).max().orElse(1);
    this.low = Math.max(1, least * 0.8);
    this.high = Math.max(greatest * 1.25, low * 10);
  }

  static List<Double> values(Jitter jitter) {
    return List.of(
        jitter.p50(), jitter.p90(), jitter.p99(), jitter.p999(), jitter.p9999(), jitter.max());
  }

  void write(Markup page, String title) {
    page.open(
            "svg",
            "role",
            "img",
            "width",
            "" + WIDTH,
            "height",
            "" + HEIGHT,
            "viewBox",
            "0 0 " + WIDTH + " " + HEIGHT,
            "class",
            "chart")
        .leaf("title", title);
    grid(page);
    for (Jitter jitter : jitters) {
      line(page, jitter);
    }
    labels(page);
    page.close().line();
  }

  private double x(int percentile) {
    return LEFT + 24 + percentile * (RIGHT - LEFT - 48.0) / (NAMES.size() - 1);
  }

  private double y(double nanos) {
    double part = Math.log(Math.max(nanos, low) / low) / Math.log(high / low);
    return BOTTOM - part * (BOTTOM - TOP);
  }

  private void grid(Markup page) {
    boolean wide = high / low > 2_000;
    for (double decade = 1; decade <= high; decade *= 10) {
      for (double tick : TICKS) {
        double nanos = decade * tick;
        if (nanos >= low && nanos <= high && (tick == 1 || !wide)) {
          String y = number(y(nanos));
          page.empty("line", "class", "grid", "x1", "" + LEFT, "x2", "" + RIGHT, "y1", y, "y2", y);
          page.leaf(
              "text",
              Figures.nanos(nanos).replaceFirst("\\.0+ ", " "),
              "class",
              "tick end",
              "x",
              "" + (LEFT - 8),
              "y",
              number(y(nanos) + 4));
        }
      }
    }
    for (int i = 0; i < NAMES.size(); i++) {
      page.leaf(
          "text", NAMES.get(i), "class", "tick middle", "x", number(x(i)), "y", "" + (BOTTOM + 22));
    }
    page.leaf(
        "text",
        "percentile of the owner's turns",
        "class",
        "axis middle",
        "x",
        "" + (LEFT + RIGHT) / 2,
        "y",
        "" + (BOTTOM + 46));
    page.leaf(
        "text",
        "time of a turn (logarithmic)",
        "class",
        "axis middle",
        "transform",
        "translate(14 " + (TOP + BOTTOM) / 2 + ") rotate(-90)");
  }

  private void line(Markup page, Jitter jitter) {
    List<Double> values = values(jitter);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      points.append(number(x(i))).append(',').append(number(y(values.get(i)))).append(' ');
    }
    page.empty(
        "polyline", "class", "line " + Series.of(jitter), "points", points.toString().strip());
    for (int i = 0; i < values.size(); i++) {
      page.open(
              "circle",
              "class",
              "dot " + Series.of(jitter),
              "cx",
              number(x(i)),
              "cy",
              number(y(values.get(i))),
              "r",
              "3.5")
          .leaf(
              "title",
              jitter.scenario().label() + ", " + NAMES.get(i) + ": " + Figures.nanos(values.get(i)))
          .close();
    }
  }

  /** Beside the lines' ends, pushed apart where they would overlap. */
  private void labels(Markup page) {
    List<Jitter> downward = new ArrayList<>(jitters);
    downward.sort(Comparator.comparingDouble(Jitter::max).reversed());
    double[] at = new double[downward.size()];
    for (int i = 0; i < at.length; i++) {
      double wanted = y(downward.get(i).max());
      at[i] = i == 0 ? Math.max(wanted, TOP) : Math.max(wanted, at[i - 1] + LABEL_HEIGHT);
    }
    for (int i = at.length - 1; i >= 0; i--) {
      double most = i == at.length - 1 ? BOTTOM : at[i + 1] - LABEL_HEIGHT;
      at[i] = Math.min(at[i], most);
    }
    for (int i = 0; i < at.length; i++) {
      Jitter jitter = downward.get(i);
      page.empty(
          "line",
          "class",
          "leader " + Series.of(jitter),
          "x1",
          number(x(NAMES.size() - 1) + 6),
          "x2",
          "" + (RIGHT + 14),
          "y1",
          number(y(jitter.max())),
          "y2",
          number(at[i]));
      page.leaf(
          "text",
          jitter.scenario().label() + ": " + Figures.nanos(jitter.max()),
          "class",
          "label " + Series.of(jitter),
          "x",
          "" + (RIGHT + 18),
          "y",
          number(at[i] + 4));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
