package io.numetry.bench.affinity.report;

import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Fact;
import io.numetry.bench.affinity.result.Finding;
import io.numetry.bench.affinity.result.Finding.Grade;
import io.numetry.bench.affinity.result.Recommendation;
import io.numetry.bench.support.report.Markup;
import java.util.List;
import java.util.Locale;

/** One page that needs nothing else: no script, no file, no network. */
public final class HtmlReport {

  private HtmlReport() {}

  public static String of(AffinityReport report) {
    Markup page = new Markup();
    page.doctype()
        .open("html", "lang", "en")
        .open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .leaf("title", "Numetry: where to place what")
        .style(Style.SHEET)
        .close()
        .line()
        .open("body");
    head(page, report);
    findings(page, report.findings());
    placement(page, report.result(), report.recommendation());
    new FigureSections(page, report.result()).write();
    measuring(page, report.result());
    return page.close().close().line().end();
  }

  private static void head(Markup page, AffinityReport report) {
    AffinityResult result = report.result();
    boolean trusted =
        report.findings().stream().noneMatch(finding -> finding.grade() == Grade.WARNING);
    page.leaf("h1", "Numetry: what placement costs on this host");
    page.leaf(
        "p",
        fact(result, "cpu")
            + ", "
            + count(result.cpus().size(), "CPU")
            + ", "
            + count(result.nodes().size(), "NUMA node")
            + "; kernel "
            + fact(result, "kernel")
            + "; "
            + fact(result, "jdk")
            + "; "
            + result.run().startedAt()
            + ", "
            + result.run().mode().name().toLowerCase(Locale.ROOT)
            + " run",
        "class",
        "sub");
    page.leaf("p", report.verdict(), "class", trusted ? "verdict" : "verdict bad").line();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String fact(AffinityResult result, String name) {
    return result.machine().stream()
        .filter(fact -> fact.name().equals(name))
        .map(Fact::value)
        .findFirst()
        .orElse("unknown");
  }

  private static void findings(Markup page, List<Finding> findings) {
    page.leaf("h2", "Findings");
    page.open("div", "class", "scroll").open("table");
    page.open("tr").leaf("th", "").leaf("th", "what").leaf("th", "found").leaf("th", "do").close();
    for (Finding finding : findings) {
      Grade grade = finding.grade();
      page.open("tr")
          .leaf("td", grade.name().toLowerCase(Locale.ROOT), "class", "grade " + grade.name())
          .leaf("td", finding.subject())
          .leaf("td", finding.found())
          .leaf("td", finding.advice())
          .close();
    }
    page.close().close().line();
  }

  private static void placement(Markup page, AffinityResult result, Recommendation recommendation) {
    page.leaf("h2", "Recommended placement");
    CpuMap.write(page, result, recommendation);
    page.open("ul");
    recommendation.because().forEach(reason -> page.leaf("li", reason));
    page.close();
    page.leaf("pre", recommendation.code());
    if (!recommendation.explained().isEmpty()) {
      page.open("details").leaf("summary", "The plan, thread by thread");
      page.leaf("pre", recommendation.explained()).close();
    }
    page.line();
  }

  private static void measuring(Markup page, AffinityResult result) {
    page.leaf("h2", "How this was measured");
    page.open("ul");
    result.notMeasured().forEach(text -> page.leaf("li", "Not measured. " + text));
    result.selection().forEach(text -> page.leaf("li", "A choice. " + text));
    page.leaf(
        "li",
        String.format(
            Locale.ROOT,
            "Clock: a reading costs %.1f ns and is taken off each batch; its finest step is %.0f ns.",
            result.clock().readNanos(),
            result.clock().granularityNanos()));
    page.leaf(
        "li",
        "Batches of at least 20 µs, once nothing more is compiled; the figures are medians and"
            + " percentiles over batches. Single flips and single turns are timed one by one.");
    page.leaf(
        "li",
        String.format(
            Locale.ROOT,
            "Others used %.1f %% of the CPUs before the run and %.1f %% after it; the hypervisor"
                + " gave %.1f %% of the run to others. Load average before: %s; after: %s.",
            result.load().before().busyPercent(),
            result.load().after().busyPercent(),
            result.load().stealPercent(),
            result.load().before().loadAverage(),
            result.load().after().loadAverage()));
    page.leaf(
        "li",
        String.format(
            Locale.ROOT,
            "Measuring took %.0f s; virtual machine options: %s.",
            result.run().seconds(),
            result.run().jvmArguments().isEmpty()
                ? "none"
                : String.join(" ", result.run().jvmArguments())));
    page.close();
    Tables.write(
        page,
        2,
        List.of("machine", ""),
        result.machine().stream().map(fact -> List.of(fact.name(), fact.value())).toList());
  }
}
