package io.numetry.bench.suite.judge;

import io.numetry.bench.suite.judge.Judged.Held;
import io.numetry.bench.suite.judge.Judged.JudgedPeer;
import io.numetry.bench.suite.judge.Judged.Standing;
import io.numetry.bench.suite.result.Run;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * All rows of a run: those that were measured, and those that were not, with the reason.
 *
 * @param notChosen how many more were passed over with {@code --only}
 */
public record Judgement(
    SuiteResult result, List<Judged> rows, List<LeftOut> leftOut, int notChosen) {
  private static final double NOTHING_ALLOCATED = 0.01;

  /** A row and one of its peers. */
  public record Beside(Judged row, JudgedPeer peer) {}

  /**
   * A row without figures.
   *
   * @param expected false if it should have had them
   */
  public record LeftOut(Row row, String why, boolean expected) {}

  public Judgement {
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
  }

  public static Judgement of(List<Row> rows, SuiteResult result) {
    var scores = new Scores(result);
    List<Judged> judged = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    int notChosen = 0;
    for (Row row : rows) {
      List<String> missing = needed(row).stream().filter(name -> !scores.has(name)).toList();
      if (missing.isEmpty()) {
        judged.add(judge(row, scores));
      } else if (!result.run().only().isEmpty() && !chosen(row, result.run())) {
        notChosen++;
      } else {
        leftOut.add(leftOut(row, result.run(), missing));
      }
    }
    return new Judgement(result, judged, leftOut, notChosen);
  }

  /** A peer that failed does not take its row with it. */
  private static List<String> needed(Row row) {
    List<String> names = new ArrayList<>(row.names());
    row.peers().forEach(peer -> names.remove(peer.name()));
    return names;
  }

  /** Whether all that a row needs was to be measured. */
  private static boolean chosen(Row row, Run run) {
    Pattern only = Pattern.compile(run.only());
    return needed(row).stream().allMatch(name -> only.matcher(name).find());
  }

  private static LeftOut leftOut(Row row, Run run, List<String> missing) {
    Optional<String> needs = row.needs().missing(run.mode().isFull(), run.cpus());
    if (needs.isPresent()) {
      return new LeftOut(row, needs.get(), true);
    }
    return new LeftOut(row, "not measured: " + String.join(", ", missing), false);
  }

  private static Judged judge(Row row, Scores scores) {
    Score ours = scores.get(row.ours());
    Optional<Score> base = row.standsAlone() ? Optional.empty() : scores.find(row.base());
    List<Held> limits =
        row.limits().stream()
            .map(limit -> new Held(limit.text(), limit.figure(row, scores::value)))
            .toList();
    double allocated = scores.allocated(row.ours());
    return new Judged(
        row,
        ours,
        base,
        base.map(score -> ours.value() / score.value()).orElse(Double.NaN),
        row.standsAlone() ? Double.NaN : scores.ratioError(row.ours(), row.base()),
        limits,
        allocated,
        standing(row, scores, allocated),
        isWithinError(row, scores, allocated),
        row.peers().stream()
            .filter(peer -> scores.has(peer.name()))
            .map(
                peer ->
                    new JudgedPeer(
                        peer,
                        scores.get(peer.name()),
                        scores.value(peer.name()) / ours.value(),
                        scores.ratioError(row.ours(), peer.name())))
            .toList());
  }

  private static Standing standing(Row row, Scores scores, double allocated) {
    if (row.limits().isEmpty()) {
      return Standing.SHOWN;
    }
    return keeps(row, scores::value) && !allocates(row, allocated) ? Standing.MET : Standing.MISSED;
  }

  private static boolean allocates(Row row, double allocated) {
    return !row.mayAllocate() && !(allocated <= NOTHING_ALLOCATED);
  }

  private static boolean keeps(Row row, ToDoubleFunction<String> score) {
    return row.limits().stream().anyMatch(limit -> limit.keeps(limit.figure(row, score)));
  }

  private static boolean isWithinError(Row row, Scores scores, double allocated) {
    if (row.limits().isEmpty() || row.standsAlone() || allocates(row, allocated)) {
      return false;
    }
    double error = scores.ratioError(row.ours(), row.base());
    return !Double.isNaN(error)
        && keeps(row, withOurs(row, scores, Math.max(0, 1 - error)))
            != keeps(row, withOurs(row, scores, 1 + error));
  }

  private static ToDoubleFunction<String> withOurs(Row row, Scores scores, double factor) {
    return name -> scores.value(name) * (name.equals(row.ours()) ? factor : 1);
  }

  /** True if all limits are met, and nothing has failed. */
  public boolean isGood() {
    return count(Standing.MISSED) == 0
        && leftOut.stream().allMatch(LeftOut::expected)
        && result.failures().isEmpty();
  }

  public long count(Standing standing) {
    return rows.stream().filter(row -> row.standing() == standing).count();
  }

  /** Those with a limit. */
  public List<Judged> limited() {
    return rows.stream().filter(row -> row.standing() != Standing.SHOWN).toList();
  }

  /** Names of the libraries that something is beside. */
  public List<String> libraries() {
    var names = new TreeSet<String>();
    rows.forEach(row -> row.peers().forEach(peer -> names.add(peer.peer().library())));
    return List.copyOf(names);
  }

  /** What was measured of a library, in the order of the rows. */
  public List<Beside> beside(String library) {
    return rows.stream()
        .flatMap(row -> row.peers().stream().map(peer -> new Beside(row, peer)))
        .filter(beside -> beside.peer().peer().library().equals(library))
        .toList();
  }

  /** The sentence to read first. */
  public String verdict() {
    long limited = limited().size();
    String failures =
        result.failures().isEmpty() ? "" : ", " + result.failures().size() + " failures";
    if (result.run().mode().isSmoke()) {
      return "A smoke run, no figure means anything: "
          + rows.size()
          + " rows shown"
          + failures
          + ".";
    }
    var text = new StringBuilder();
    if (!result.run().isQuotable()) {
      text.append("Not to be quoted: ").append(result.run().why()).append(". ");
    }
    text.append(
        String.format(
            Locale.ROOT, "%d of %d limits met%s.", count(Standing.MET), limited, failures));
    long near = rows.stream().filter(Judged::withinError).count();
    if (near > 0) {
      text.append(
          String.format(Locale.ROOT, " %d of %d within the error of their limit.", near, limited));
    }
    return text.toString();
  }
}
