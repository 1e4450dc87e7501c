package io.numetry.bench.suite.report;

import io.numetry.bench.suite.judge.Judged;
import io.numetry.bench.suite.judge.Judged.JudgedPeer;
import io.numetry.bench.suite.judge.Score;
import io.numetry.bench.support.report.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row as bars with their errors: ours, the baseline, the peers; each under its name. */
final class Bars {
  private static final int WIDTH = 350;
  private static final int LONGEST = 330;
  private static final int ROW = 40;
  private static final int THICK = 13;
  private static final double SHORTEST = 2;

  /** From here on a linear scale would leave nothing of the short ones. */
  private static final double LOG_FROM = 25;

  private final List<Bar> bars = new ArrayList<>();
  private final double low;
  private final double high;
  private final boolean logarithmic;

  private record Bar(String name, String kind, Score score) {}

  Bars(Judged row) {
    bars.add(new Bar("Numetry", "ours", row.ours()));
    boolean isPeer = row.row().peers().stream().anyMatch(p -> p.name().equals(row.row().base()));
    if (!isPeer) {
      row.base().ifPresent(base -> bars.add(new Bar(row.row().baseline(), "base", base)));
    }
    for (JudgedPeer peer : row.peers()) {
      bars.add(new Bar(peer.peer().text(), "peer", peer.score()));
    }
    double least = bars.stream().mapToDouble(bar -> bar.score().value()).min().orElse(1);
    this.high = bars.stream().mapToDouble(Bars::upper).max().orElse(1);
    this.logarithmic = least > 0 && high / least > LOG_FROM;
    // A decade's part below the least, so that its bar has a length.
    this.low = logarithmic ? least / 2 : 0;
  }

  private static double upper(Bar bar) {
    double error = bar.score().error();
    return bar.score().value() + (Double.isNaN(error) ? 0 : error);
  }

  boolean isLogarithmic() {
    return logarithmic;
  }

  private double x(double value) {
    double part =
        logarithmic
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : Math.max(0, value) / high;
    return Math.max(SHORTEST, part * LONGEST);
  }

  void write(Markup page, String title) {
    int height = bars.size() * ROW + 2;
    page.open("svg", "role", "img", "viewBox", "0 0 " + WIDTH + " " + height).leaf("title", title);
    for (int i = 0; i < bars.size(); i++) {
      write(page, bars.get(i), i * ROW);
    }
    page.close().line();
  }

  private void write(Markup page, Bar bar, int top) {
    Score score = bar.score();
    page.leaf("text", bar.name(), "x", "0", "y", "" + (top + 14));
    page.leaf(
        "text",
        Words.of(score)
            + (Double.isNaN(score.error()) ? "" : " ± " + Words.percent(score.relativeError())),
        "class",
        "figure end",
        "x",
        "" + (LONGEST + 10),
        "y",
        "" + (top + 14));
    page.empty(
        "rect",
        "class",
        bar.kind(),
        "x",
        "0",
        "y",
        "" + (top + 19),
        "width",
        number(x(score.value())),
        "height",
        "" + THICK,
        "rx",
        "2");
    if (!Double.isNaN(score.error())) {
      double left = x(score.value() - score.error());
      double right = x(score.value() + score.error());
      double middle = top + 19 + THICK / 2.0;
      page.empty(
          "path",
          "class",
          "error",
          "d",
          String.format(
              Locale.ROOT,
              "M%.1f %.1fH%.1fM%.1f %.1fv6M%.1f %.1fv6",
              left,
              middle,
              right,
              left,
              middle - 3,
              right,
              middle - 3));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
