package io.numetry.bench.affinity.report;

import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Finding;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.support.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The report for a terminal: the verdict, the matrix, the findings, the placement. */
public final class TextReport {

  /** More CPUs make lines that no terminal holds; the page has them all. */
  private static final int MOST_COLUMNS = 24;

  private static final int FIGURE_WIDTH = 8;

  private final StringBuilder out = new StringBuilder();
  private final AffinityReport report;
  private final AffinityResult result;

  private TextReport(AffinityReport report) {
    this.report = report;
    this.result = report.result();
  }

  public static String of(AffinityReport report) {
    TextReport text = new TextReport(report);
    text.line(report.verdict());
    text.handover();
    text.jitter();
    text.findings();
    text.placement();
    text.rest();
    return text.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void handover() {
    if (result.handovers().isEmpty()) {
      return;
    }
    int cpus = result.cpus().size();
    boolean all = result.handovers().size() >= cpus * (cpus - 1) / 2;
    boolean byCpu = all && cpus <= MOST_COLUMNS;
    Matrix matrix = byCpu ? Matrix.handoverByCpu(result) : Matrix.handoverByNode(result);
    line("");
    line("hand-over of a cache line, ns one way, by " + (byCpu ? "CPU" : "node"));
    StringBuilder head = new StringBuilder(" ".repeat(FIGURE_WIDTH));
    matrix.columns().forEach(name -> head.append(pad(name)));
    line(head.toString());
    for (int r = 0; r < matrix.rows().size(); r++) {
      StringBuilder row = new StringBuilder(pad(matrix.rows().get(r)));
      for (OptionalDouble cell : matrix.cells().get(r)) {
        row.append(pad(cell.isPresent() ? Figures.digits(cell.getAsDouble()) : "-"));
      }
      line(row.toString());
    }
  }

  private void jitter() {
    if (result.jitters().isEmpty()) {
      return;
    }
    line("");
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-44s", "owner's turns"));
    PercentilePlot.NAMES.forEach(name -> head.append(String.format(Locale.ROOT, "%9s", name)));
    line(head.toString());
    for (Jitter jitter : result.jitters()) {
      StringBuilder row =
          new StringBuilder(String.format(Locale.ROOT, "%-44s", jitter.scenario().label()));
      PercentilePlot.values(jitter)
          .forEach(nanos -> row.append(String.format(Locale.ROOT, "%9s", Figures.nanos(nanos))));
      line(row.toString());
    }
  }

  private void findings() {
    line("");
    for (Finding finding : report.findings()) {
      line(grade(finding.grade().name()) + finding.subject() + ": " + finding.found());
      if (!finding.advice().isEmpty()) {
        line(grade("") + "  -> " + finding.advice());
      }
    }
  }

  private void placement() {
    line("");
    line("recommended placement");
    report.recommendation().because().forEach(reason -> line("  " + reason));
    out.append(report.recommendation().explained());
  }

  private void rest() {
    List<String> rest = new ArrayList<>();
    result.notMeasured().forEach(text -> rest.add("not measured: " + text));
    result.selection().forEach(text -> rest.add("a choice: " + text));
    if (!rest.isEmpty()) {
      line("");
      rest.forEach(this::line);
    }
  }

  private static String grade(String name) {
    return String.format(Locale.ROOT, "%-8s ", name);
  }

  private static String pad(String text) {
    return " ".repeat(Math.max(1, FIGURE_WIDTH - text.length())) + text;
  }
}
