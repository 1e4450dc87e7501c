package io.numetry.bench.suite.report;

import io.numetry.bench.suite.judge.Judged;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.judge.Judgement.Beside;
import io.numetry.bench.suite.result.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The tables of a page of the documentation: ratios only, of one file of results, between two
 * marks.
 */
public final class Document {
  static final String BEGIN = "<!-- measured: scripts/bench --document ";
  static final String END = "<!-- measured: end -->";
  private static final String CLOSE = " -->";

  private Document() {}

  /**
   * Puts the tables in place of what is between the marks.
   *
   * @throws IllegalArgumentException if a mark is missing
   */
  public static String between(Path page, String text, Path results, Judgement judgement) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          page + ": must have the lines " + BEGIN + "FILE.json" + CLOSE + " and " + END);
    }
    return text.substring(0, begin)
        + BEGIN
        + results
        + CLOSE
        + "\n\n"
        + tables(results, judgement)
        + "\n"
        + text.substring(end);
  }

  /**
   * The file that a page's tables are of.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Path results(String text) {
    int begin = text.indexOf(BEGIN);
    int close = text.indexOf(CLOSE, begin);
    if (begin < 0 || close < 0) {
      throw new IllegalArgumentException("document: has no line " + BEGIN + "FILE.json" + CLOSE);
    }
    return Path.of(text.substring(begin + BEGIN.length(), close));
  }

  static String tables(Path results, Judgement judgement) {
    var out = new StringBuilder(1 << 13);
    Run run = judgement.result().run();
    out.append(
        String.format(
            Locale.ROOT,
            "From %s: %s run at %s, sources %s; %s, %d CPUs, %s. %s%n",
            results,
            run.mode().text(),
            run.startedAt(),
            run.commit(),
            run.fact("cpu"),
            run.cpus(),
            run.fact("jdk"),
            run.isQuotable() ? "" : "**" + run.standing() + "**"));
    out.append("\n### Limits\n\n").append(judgement.verdict()).append("\n\n");
    out.append("| what | beside | ratio | error | limit | from | met |\n");
    out.append("|---|---|---|---|---|---|---|\n");
    judgement.limited().forEach(row -> limited(out, row));
    out.append("\n### Beside a baseline, without a limit\n\n");
    out.append("| what | beside | ratio | error |\n|---|---|---|---|\n");
    judgement.rows().stream()
        .filter(row -> row.limits().isEmpty() && row.base().isPresent())
        .forEach(
            row ->
                cells(
                    out,
                    row.row().what(),
                    Words.baseline(row),
                    Words.ratio(row.ratio()),
                    Words.percent(row.ratioError())));
    for (String library : judgement.libraries()) {
      out.append("\n### ").append(library).append("\n\n");
      out.append("| what | way | theirs to ours | error |\n|---|---|---|---|\n");
      for (Beside beside : judgement.beside(library)) {
        cells(
            out,
            beside.row().row().what(),
            beside.peer().peer().variant(),
            Words.ratio(beside.peer().ratio()),
            Words.percent(beside.peer().ratioError()));
      }
    }
    leftOut(out, judgement);
    return out.toString();
  }

  private static void limited(StringBuilder out, Judged row) {
    cells(
        out,
        row.row().what(),
        Words.baseline(row),
        Words.ratio(row.ratio()),
        Words.percent(row.ratioError()),
        Words.limits(row),
        Words.origin(row),
        row.met());
  }

  private static void leftOut(StringBuilder out, Judgement judgement) {
    if (judgement.leftOut().isEmpty()) {
      return;
    }
    out.append("\n### Left out\n\n| what | why |\n|---|---|\n");
    judgement.leftOut().forEach(left -> cells(out, left.row().what(), left.why()));
  }

  private static void cells(StringBuilder out, String... texts) {
    out.append("| ")
        .append(
            String.join(" | ", List.of(texts).stream().map(t -> t.replace("|", "\\|")).toList()))
        .append(" |\n");
  }
}
