package io.numetry.bench.suite.report;

import io.numetry.bench.suite.judge.Judged;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.judge.Judgement.Beside;
import io.numetry.bench.suite.judge.Judgement.LeftOut;
import io.numetry.bench.suite.result.Run;
import io.numetry.bench.suite.result.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For the terminal: rows without a limit, those with one, a table for each peer. */
public final class TextReport {
  /** Rows left out for one reason are counted past that: the page names them all. */
  private static final int MOST_NAMED = 5;

  private final Judgement judgement;
  private final StringBuilder out = new StringBuilder(1 << 14);

  private TextReport(Judgement judgement) {
    this.judgement = judgement;
  }

  public static String of(Judgement judgement) {
    var report = new TextReport(judgement);
    report.write();
    return report.out.toString();
  }

  private void write() {
    rows(
        "without a limit",
        judgement.rows().stream().filter(row -> row.limits().isEmpty() && plain(row)).toList());
    judgement.libraries().forEach(this::peers);
    leftOut();
    times();
    rows("limits", judgement.limited());
    out.append('\n').append(judgement.verdict()).append('\n');
  }

  /** True if there is something to show beside peers. */
  private static boolean plain(Judged row) {
    return row.base().isPresent() || row.peers().isEmpty();
  }

  private String standing() {
    Run run = judgement.result().run();
    return run.isQuotable() ? "" : "   [" + (run.loaded() ? "loaded" : "smoke") + ": not quotable]";
  }

  private void rows(String title, List<Judged> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "what", "beside", "ours", "baseline", "ratio", "+-", "limit", "from", "met", "B/op"));
    for (Judged row : rows) {
      table.add(
          List.of(
              row.row().what(),
              Words.baseline(row),
              Words.of(row.ours()),
              Words.base(row),
              Words.ratio(row.ratio()),
              Words.percent(row.ratioError()),
              Words.limits(row),
              Words.origin(row),
              row.met(),
              Words.allocated(row)));
    }
    out.append('\n').append(title).append(standing()).append('\n');
    table(table, "LLRRRRLLLR");
  }

  private void peers(String library) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("what", "way", "ours", "theirs", "theirs/ours", "+-"));
    for (Beside beside : judgement.beside(library)) {
      table.add(Words.cells(beside));
    }
    out.append('\n').append(library).append(standing()).append('\n');
    table(table, "LLRRRR");
  }

  private void leftOut() {
    if (!judgement.leftOut().isEmpty()) {
      out.append("\nleft out\n");
      Map<String, List<LeftOut>> byReason = new LinkedHashMap<>();
      for (LeftOut left : judgement.leftOut()) {
        byReason.computeIfAbsent(left.why(), why -> new ArrayList<>()).add(left);
      }
      byReason.forEach(this::leftOut);
    }
    if (judgement.notChosen() > 0) {
      out.append("\nleft out: ")
          .append(judgement.notChosen())
          .append(" rows that --only does not choose\n");
    }
    judgement.result().failures().forEach(text -> out.append("FAILED: ").append(text).append('\n'));
  }

  private void leftOut(String why, List<LeftOut> rows) {
    if (rows.size() > MOST_NAMED) {
      out.append("  ").append(rows.size()).append(" rows: ").append(why).append('\n');
      return;
    }
    for (LeftOut left : rows) {
      out.append("  ").append(left.row().what());
      if (!left.row().standsAlone()) {
        out.append(", beside ").append(left.row().baseline());
      }
      out.append(": ").append(why).append('\n');
    }
  }

  private void times() {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("measured", "benches", "JVMs", "warm-up", "measuring", "took"));
    for (Timing timing : judgement.result().run().timings()) {
      table.add(
          List.of(
              timing.group(),
              Integer.toString(timing.benches()),
              Integer.toString(timing.repeats()),
              timing.warmUp(),
              timing.measured(),
              String.format(Locale.ROOT, "%.0f s", timing.seconds())));
    }
    table.add(
        List.of(
            "all",
            "",
            "",
            "",
            "",
            String.format(Locale.ROOT, "%.0f s", judgement.result().run().seconds())));
    out.append('\n');
    table(table, "LRRRRR");
  }

  /**
   * Columns as wide as what is in them.
   *
   * @param sides of each, L or R
   */
  private void table(List<List<String>> rows, String sides) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String pad = " ".repeat(widths[i] - row.get(i).length());
        line.append("  ").append(sides.charAt(i) == 'L' ? row.get(i) + pad : pad + row.get(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
