package io.numetry.bench.suite.report;

import io.numetry.bench.suite.judge.Judged;
import io.numetry.bench.suite.judge.Judgement.Beside;
import io.numetry.bench.suite.judge.Score;
import io.numetry.bench.support.report.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures as people read them. */
final class Words {
  private static final double PERCENT = 100;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double KILO = 1e3;
  private static final double MEGA = 1e6;

  private Words() {}

  /** With the unit that suits it. */
  static String of(Score score) {
    return of(score.value(), score.unit());
  }

  static String of(double value, String unit) {
    return switch (unit) {
      case "ns" -> Figures.nanos(value);
      case "us" -> Figures.nanos(value * NANOS_PER_MICRO);
      case "ms" -> Figures.nanos(value * NANOS_PER_MILLI);
      case "B" -> value < 0.005 ? "0 B" : number(value) + " B";
      default ->
          (value >= MEGA
                  ? number(value / MEGA) + " M"
                  : value >= KILO ? number(value / KILO) + " k" : number(value) + " ")
              + unit.replace("{", "").replace("}", "s");
    };
  }

  /** Three digits that count. */
  static String number(double value) {
    String format = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }

  static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "-" : number(ratio);
  }

  /** "3 %". */
  static String percent(double part) {
    return Double.isNaN(part) ? "-" : String.format(Locale.ROOT, "%.0f %%", PERCENT * part);
  }

  /** What stands beside a peer: what, way, ours, theirs, theirs to ours, error. */
  static List<String> cells(Beside beside) {
    return List.of(
        beside.row().row().what(),
        beside.peer().peer().variant(),
        of(beside.row().ours()),
        of(beside.peer().score()),
        ratio(beside.peer().ratio()),
        percent(beside.peer().ratioError()));
  }

  /** Limits and what is held against them. */
  static String limits(Judged row) {
    return row.limits().isEmpty()
        ? "-"
        : row.limits().stream()
            .map(held -> held.limit() + " (" + number(held.figure()) + ")")
            .collect(Collectors.joining(" or "));
  }

  static String origin(Judged row) {
    return row.row().origin().isEmpty() ? "-" : row.row().origin();
  }

  static String baseline(Judged row) {
    return row.base().isEmpty() ? "-" : row.row().baseline();
  }

  static String base(Judged row) {
    return row.base().map(Words::of).orElse("-");
  }

  static String allocated(Judged row) {
    return Double.isNaN(row.allocated())
        ? "-"
        : String.format(Locale.ROOT, "%,.2f", row.allocated());
  }
}
