package io.numetry.bench.suite.compare;

import io.numetry.bench.suite.compare.Change.Kind;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Rows;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The command: two files of results. Exit status 0 if nothing has become worse, 1 if something has,
 * 2 if it cannot be told.
 */
public final class BenchCompare {
  static final int NO_WORSE = 0;
  static final int WORSE = 1;
  static final int CANNOT_BE_TOLD = 2;

  private static final double PERCENT = 100;

  private BenchCompare() {}

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.size() != 2) {
      err.println("bench-compare: write two files of results, BEFORE.json AFTER.json");
      return CANNOT_BE_TOLD;
    }
    try {
      Comparison comparison =
          Comparison.of(
              SuiteResult.read(Path.of(args.get(0))),
              SuiteResult.read(Path.of(args.get(1))),
              Rows.ALL);
      out.print(text(comparison));
      if (comparison.compared() == 0) {
        return CANNOT_BE_TOLD;
      }
      return comparison.hasRegression() ? WORSE : NO_WORSE;
    } catch (NoSuchFileException e) {
      err.println("bench-compare: " + e.getFile() + ": there is no such file");
      return CANNOT_BE_TOLD;
    } catch (IOException e) {
      err.println("bench-compare: " + e + "; see that it can be read");
      return CANNOT_BE_TOLD;
    } catch (IllegalArgumentException e) {
      err.println("bench-compare: " + e.getMessage());
      return CANNOT_BE_TOLD;
    }
  }

  static String text(Comparison comparison) {
    var out = new StringBuilder(1 << 12);
    out.append(
        String.format(
            Locale.ROOT,
            "%-62s %12s %12s %8s %7s %8s  %s%n",
            "what",
            "before",
            "after",
            "ratio",
            "+- %",
            "chance",
            "is"));
    for (Change change : comparison.changes()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-62s %12s %12s %8s %7s %8s  %s%n",
              change.name(),
              value(change.before(), change.unit()),
              value(change.after(), change.unit()),
              number("%.3f", change.ratio()),
              number("%.1f", PERCENT * change.resolution()),
              number("%.4f", change.chance()),
              change.kind().text()));
    }
    comparison.warnings().forEach(text -> out.append("WARNING: ").append(text).append('\n'));
    out.append(
        String.format(
            Locale.ROOT,
            "Of %d figures in both, %d are worse, %d better, %d have no change that is shown or"
                + " matters; %d could not be compared. Welch's test of the logarithms of a median"
                + " per virtual machine, %d at least; one in twenty of what is called a change may"
                + " be chance; changes within %.0f %% are none.%n%s%n",
            comparison.compared() + comparison.count(Kind.TOO_FEW),
            comparison.count(Kind.REGRESSION),
            comparison.count(Kind.IMPROVEMENT),
            comparison.count(Kind.SAME) + comparison.count(Kind.NOISE),
            comparison.count(Kind.TOO_FEW)
                + comparison.count(Kind.ONLY_BEFORE)
                + comparison.count(Kind.ONLY_AFTER),
            Comparison.FEWEST_SAMPLES,
            PERCENT * Comparison.FLOOR,
            verdict(comparison)));
    return out.toString();
  }

  private static String verdict(Comparison comparison) {
    if (comparison.compared() == 0) {
      return "It cannot be told: no figure has enough virtual machines in both runs.";
    }
    String verdict =
        comparison.hasRegression()
            ? "Worse: " + names(comparison, Kind.REGRESSION) + "."
            : "Nothing that was compared has become worse.";
    return comparison.warnings().isEmpty() ? verdict : verdict + " Mind the warnings above.";
  }

  private static String names(Comparison comparison, Kind kind) {
    return comparison.changes().stream()
        .filter(change -> change.kind() == kind)
        .map(Change::name)
        .collect(Collectors.joining(", "));
  }

  private static String value(double value, String unit) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g %s", value, unit);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
