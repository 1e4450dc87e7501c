package io.numetry.bench.suite.compare;

import io.numetry.bench.suite.compare.Change.Kind;
import io.numetry.bench.suite.judge.Score;
import io.numetry.bench.suite.judge.Scores;
import io.numetry.bench.suite.result.Run;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every figure of two runs, beside each other.
 *
 * <p>A figure's sample is a median of each virtual machine's iterations: iterations of one share
 * its compilation and its memory, and are not independent. {@link WelchTest} tells the chance of a
 * difference. There are many figures, so that some would differ by chance: Benjamini and Hochberg's
 * procedure lets one in twenty of all that is called a change be chance. A change must besides
 * exceed a floor of {@link #FLOOR}, below which code moves by being laid out anew.
 *
 * <p>What drifts between two runs, the machine, is in none of the samples. So baselines and peers,
 * in which nothing of ours runs, tell the drift: if most of them have moved, the machine has.
 *
 * @param drift of the median baseline, after to before; NaN if there is none
 */
record Comparison(List<Change> changes, List<String> warnings, double drift) {
  static final double FLOOR = 0.02;
  static final int FEWEST_SAMPLES = 3;
  private static final double FALSE_DISCOVERIES = 0.05;
  private static final String COUNT = "1";

  static Comparison of(SuiteResult before, SuiteResult after, Collection<Row> rows) {
    List<String> warnings = warnings(before.run(), after.run());
    List<Change> changes = changes(new Scores(before), new Scores(after));
    double drift = drift(changes, foreign(rows));
    if (Math.abs(drift - 1) > FLOOR) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "what nothing of ours runs in takes %.2f times as long: the machine has changed, not only"
                  + " the code",
              drift));
    }
    return new Comparison(List.copyOf(changes), List.copyOf(warnings), drift);
  }

  boolean hasRegression() {
    return count(Kind.REGRESSION) > 0;
  }

  /** Figures that were held against each other. */
  long compared() {
    return count(Kind.REGRESSION) + count(Kind.IMPROVEMENT) + count(Kind.SAME) + count(Kind.NOISE);
  }

  long count(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  private static List<String> warnings(Run before, Run after) {
    List<String> warnings = new ArrayList<>();
    for (String fact : List.of("cpu", "kernel", "jdk", "governor", "smt")) {
      differ(warnings, "machines differ", fact, before.fact(fact), after.fact(fact));
    }
    differ(warnings, "machines differ", "cpus", "" + before.cpus(), "" + after.cpus());
    differ(warnings, "settings differ", "mode", before.mode().text(), after.mode().text());
    if (!before.isQuotable()) {
      warnings.add("before: " + before.standing());
    }
    if (!after.isQuotable()) {
      warnings.add("after: " + after.standing());
    }
    return warnings;
  }

  private static void differ(
      List<String> warnings, String what, String fact, String before, String after) {
    if (!Objects.equals(before, after)) {
      warnings.add(what + ": " + fact + " was " + before + ", is " + after);
    }
  }

  private static List<Change> changes(Scores before, Scores after) {
    Set<String> names = new TreeSet<>(before.names());
    names.addAll(after.names());
    List<Change> tested = new ArrayList<>();
    List<Change> rest = new ArrayList<>();
    for (String name : names) {
      if (!before.has(name)) {
        rest.add(missing(name, after.get(name), Kind.ONLY_AFTER));
      } else if (!after.has(name)) {
        rest.add(missing(name, before.get(name), Kind.ONLY_BEFORE));
      } else if (isCost(before.get(name))) {
        Change change = change(name, before.get(name), after.get(name));
        (change.kind() == Kind.TOO_FEW ? rest : tested).add(change);
      }
    }
    List<Change> all = new ArrayList<>(told(tested, after));
    all.addAll(rest);
    return all;
  }

  /** Counts of turns and requests are none; of what profilers count there are no samples. */
  private static boolean isCost(Score score) {
    return !score.samples().isEmpty() && !score.unit().equals(COUNT);
  }

  private static Change missing(String name, Score score, Kind kind) {
    double value = score.value();
    boolean isBefore = kind == Kind.ONLY_BEFORE;
    return new Change(
        name,
        isBefore ? value : Double.NaN,
        isBefore ? Double.NaN : value,
        score.unit(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        kind);
  }

  private static Change change(String name, Score before, Score after) {
    boolean enough =
        before.samples().size() >= FEWEST_SAMPLES
            && after.samples().size() >= FEWEST_SAMPLES
            && before.samples().stream().allMatch(value -> value > 0)
            && after.samples().stream().allMatch(value -> value > 0);
    if (!enough) {
      return new Change(
          name,
          before.value(),
          after.value(),
          before.unit(),
          after.value() / before.value(),
          Double.NaN,
          Double.NaN,
          Kind.TOO_FEW);
    }
    WelchTest test = WelchTest.of(before.samples(), after.samples());
    return new Change(
        name,
        before.value(),
        after.value(),
        before.unit(),
        test.ratio(),
        test.resolution(),
        test.chance(),
        Kind.NOISE);
  }

  /** Benjamini and Hochberg's step-up procedure, then the floor. */
  private static List<Change> told(List<Change> tested, Scores after) {
    List<Change> byChance = new ArrayList<>(tested);
    byChance.sort(Comparator.comparingDouble(Change::chance));
    int significant = 0;
    for (int i = 0; i < byChance.size(); i++) {
      if (byChance.get(i).chance() <= FALSE_DISCOVERIES * (i + 1) / byChance.size()) {
        significant = i + 1;
      }
    }
    List<Change> told = new ArrayList<>();
    for (int i = 0; i < byChance.size(); i++) {
      Change change = byChance.get(i);
      told.add(i < significant ? change.as(kind(change, after.get(change.name()).more())) : change);
    }
    told.sort(Comparator.comparing(Change::kind).thenComparing(Change::name));
    return told;
  }

  private static Kind kind(Change change, boolean more) {
    if (Math.abs(change.ratio() - 1) <= FLOOR) {
      return Kind.SAME;
    }
    return change.ratio() > 1 == more ? Kind.IMPROVEMENT : Kind.REGRESSION;
  }

  /** Names of what nothing of ours runs in: those that are no row's own. */
  private static Set<String> foreign(Collection<Row> rows) {
    Set<String> foreign = new HashSet<>();
    for (Row row : rows) {
      if (!row.standsAlone()) {
        foreign.add(row.base());
      }
      row.peers().forEach(peer -> foreign.add(peer.name()));
    }
    rows.forEach(row -> foreign.remove(row.ours()));
    rows.forEach(row -> row.limits().forEach(limit -> foreign.removeAll(limit.names())));
    return foreign;
  }

  private static double drift(List<Change> changes, Set<String> foreign) {
    double[] ratios =
        changes.stream()
            .filter(change -> foreign.contains(change.name()) && change.unit().equals("ns"))
            .mapToDouble(Change::ratio)
            .filter(ratio -> !Double.isNaN(ratio))
            .sorted()
            .toArray();
    return ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2];
  }
}
