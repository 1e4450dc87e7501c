package io.numetry.bench.suite.report;

import io.numetry.bench.suite.judge.Judged;
import io.numetry.bench.suite.judge.Judged.Standing;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.result.Run;
import io.numetry.bench.suite.result.Timing;
import io.numetry.bench.support.report.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One page that needs nothing else: no script, no file, no network. */
public final class HtmlReport {
  private final Markup page = new Markup();
  private final String name;
  private final Judgement judgement;
  private final Run run;

  private HtmlReport(String name, Judgement judgement) {
    this.name = name;
    this.judgement = judgement;
    this.run = judgement.result().run();
  }

  /**
   * Makes the page.
   *
   * @param name of the results
   */
  public static String of(String name, Judgement judgement) {
    var report = new HtmlReport(name, judgement);
    report.write();
    return report.page.end();
  }

  private void write() {
    page.doctype()
        .open("html", "lang", "en")
        .open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .leaf("title", "Numetry: what it costs, " + name)
        .style(Style.SHEET)
        .close()
        .line()
        .open("body");
    head();
    limits();
    new Plots(page, judgement, standing()).write();
    peers();
    others();
    leftOut();
    measuring();
    page.close().close().line();
  }

  private void head() {
    page.leaf("h1", "Numetry: what it costs, beside its baselines and peers");
    page.leaf(
        "p",
        String.format(
            Locale.ROOT,
            "%s, %d CPUs; kernel %s; %s; %s; %s run, sources %s",
            run.fact("cpu"),
            run.cpus(),
            run.fact("kernel"),
            run.fact("jdk"),
            run.startedAt(),
            run.mode().text(),
            run.commit()),
        "class",
        "sub");
    boolean bad = !run.isQuotable() || !judgement.result().failures().isEmpty();
    boolean all = judgement.count(Standing.MISSED) == 0;
    page.leaf(
            "p",
            judgement.verdict(),
            "class",
            bad ? "verdict bad" : all ? "verdict" : "verdict part")
        .line();
  }

  private String standing() {
    return run.isQuotable() ? "" : " (" + (run.loaded() ? "loaded" : "smoke") + ": not quotable)";
  }

  private void limits() {
    page.leaf("h2", "Limits" + standing());
    page.leaf(
        "p",
        "Each row is ours beside a baseline of the same run. The ratio is ours to the baseline;"
            + " its error is made of both sides'. In brackets, the figure that the limit is held"
            + " against; where the error reaches over the limit, another run may say otherwise."
            + " Rows of recordings also fail if anything is allocated.",
        "class",
        "how");
    rows(judgement.limited());
  }

  private void rows(List<Judged> rows) {
    List<List<String>> table = new ArrayList<>();
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
              row.met()));
    }
    Tables.write(
        page,
        2,
        List.of("what", "beside", "ours", "baseline", "ratio", "±", "limit", "met"),
        table);
  }

  private void peers() {
    for (String library : judgement.libraries()) {
      page.leaf("h2", "Beside " + library + standing());
      Tables.write(
          page,
          2,
          List.of("what", "way", "ours", "theirs", "theirs to ours", "±"),
          judgement.beside(library).stream().map(Words::cells).toList());
    }
  }

  private void others() {
    List<Judged> others =
        judgement.rows().stream()
            .filter(row -> row.limits().isEmpty() && row.base().isPresent())
            .toList();
    if (!others.isEmpty()) {
      page.leaf("h2", "Beside a baseline, without a limit" + standing());
      rows(others);
    }
  }

  private void leftOut() {
    if (judgement.leftOut().isEmpty() && judgement.result().failures().isEmpty()) {
      return;
    }
    page.leaf("h2", "Left out");
    if (!judgement.leftOut().isEmpty()) {
      Tables.write(
          page,
          3,
          List.of("what", "beside", "why"),
          judgement.leftOut().stream()
              .map(left -> List.of(left.row().what(), left.row().baseline(), left.why()))
              .toList());
    }
    if (!judgement.result().failures().isEmpty()) {
      page.open("ul");
      judgement.result().failures().forEach(text -> page.leaf("li", "Failed. " + text));
      page.close();
    }
  }

  private void measuring() {
    page.leaf("h2", "How this was measured");
    page.open("ul");
    if (judgement.notChosen() > 0) {
      page.leaf("li", judgement.notChosen() + " rows were not chosen (--only " + run.only() + ").");
    }
    page.leaf(
        "li",
        "JMH, each benchmark in virtual machines of its own; errors are half of its interval of"
            + " 99.9 %. Other figures are medians of rounds; errors are half of their range.");
    page.leaf(
        "li",
        String.format(
            Locale.ROOT,
            "Others used %.1f %% of the CPUs before the run, %.1f %% after it, %.1f %% during it and"
                + " at most %.1f %% over ten seconds; the hypervisor gave %.1f %% of the run to"
                + " others. Load average before: %s; after: %s.",
            run.load().before().busyPercent(),
            run.load().after().busyPercent(),
            run.others().meanPercent(),
            run.others().largestPercent(),
            run.load().stealPercent(),
            run.load().before().loadAverage(),
            run.load().after().loadAverage()));
    page.close();
    List<List<String>> times = new ArrayList<>();
    for (Timing timing : run.timings()) {
      times.add(
          List.of(
              timing.group(),
              Integer.toString(timing.benches()),
              Integer.toString(timing.repeats()),
              timing.warmUp(),
              timing.measured(),
              seconds(timing.seconds())));
    }
    times.add(List.of("all", "", "", "", "", seconds(run.seconds())));
    Tables.write(
        page,
        1,
        List.of("measured", "benches", "JVMs or rounds of each", "warm-up", "measuring", "took"),
        times);
    Tables.write(
        page,
        2,
        List.of("machine", "is"),
        run.machine().stream().map(fact -> List.of(fact.name(), fact.value())).toList());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.0f s", seconds);
  }
}
