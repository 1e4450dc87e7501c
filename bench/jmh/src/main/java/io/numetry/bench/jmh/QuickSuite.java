package io.numetry.bench.jmh;

import io.numetry.bench.support.MachineReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benches and puts each beside its baseline of the same run and its limit. Writes JMH's
 * JSON, and a report on the machine, which tells what the figures are worth.
 *
 * <p>Arguments: the files' path without its ending, then either nothing or {@code --smoke} (a
 * second a bench, to see that all runs).
 */
public final class QuickSuite {
  private static final double NOTHING_ALLOCATED = 0.01;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private QuickSuite() {}

  public static void main(String[] args) throws RunnerException, IOException {
    if (args.length < 1 || args.length > 2 || (args.length == 2 && !args[1].equals("--smoke"))) {
      System.err.println(
          "quick suite: write the results' path, and --smoke if it is not in earnest");
      System.exit(2);
    }
    Path json = Path.of(args[0] + ".json");
    Path machine = Path.of(args[0] + ".machine.txt");
    MachineReport before = MachineReport.take();
    Collection<RunResult> results = run(args.length == 2);
    Files.writeString(machine, before.text() + MachineReport.take().loadText("after"));
    writeJson(results, json);
    boolean met = print(new Results(results), System.out);
    System.out.println();
    System.out.println(before.text());
    System.out.println("results: " + json.getFileName() + ", " + machine.getFileName());
    System.exit(met || args.length == 2 ? 0 : 1);
  }

  private static Collection<RunResult> run(boolean smoke) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^io\\.numetry\\.bench\\.jmh\\..*")
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
            .shouldFailOnError(true);
    if (smoke) {
      TimeValue moment = TimeValue.milliseconds(200);
      options
          .forks(1)
          .warmupIterations(2)
          .warmupTime(moment)
          .measurementIterations(2)
          .measurementTime(moment);
    }
    return new Runner(options.build()).run();
  }

  /** JMH's own format, without the path of the JVM that ran. */
  private static void writeJson(Collection<RunResult> results, Path file) throws IOException {
    ResultFormatFactory.getInstance(ResultFormatType.JSON, file.toString()).writeOut(results);
    String text = Files.readString(file);
    Files.writeString(file, text.replaceAll("(\"jvm\" : )\"[^\"]*\"", "$1\"java\""));
  }

  private static boolean print(Results results, PrintStream out) {
    List<Row> rows = rows(results);
    out.println();
    out.printf(
        Locale.ROOT,
        "%-44s %10s %10s %7s  %-34s %-5s %9s%n",
        "what",
        "ours ns",
        "base ns",
        "ratio",
        "limit",
        "met",
        "B/op");
    boolean allMet = true;
    for (Row row : rows) {
      boolean allocates = row.bytes > NOTHING_ALLOCATED && row.limit.countsBytes();
      String verdict = row.limit.isNone() ? "-" : row.limit.isMet(row) && !allocates ? "yes" : "NO";
      allMet &= !verdict.equals("NO");
      out.printf(
          Locale.ROOT,
          "%-44s %10.2f %10.2f %7.2f  %-34s %-5s %9.3f%n",
          row.what,
          row.ours,
          row.base,
          row.ours / row.base,
          row.limit.text(),
          verdict,
          row.bytes);
    }
    return allMet;
  }

  private static List<Row> rows(Results results) {
    List<Row> rows = new ArrayList<>();
    Limit counter = Limit.ratio(1.1);
    rows.add(
        results.row("counter add / field++", "CounterBench.add", "CounterBench.field", counter));
    rows.add(
        results.row(
            "counter add / long[] element",
            "CounterBench.add",
            "CounterBench.arrayElement",
            Limit.none()));
    rows.add(
        results.row(
            "counter add over 64 sets / over 64 objects",
            "CounterBench.spreadAdds",
            "CounterBench.spreadFields",
            Limit.none()));
    double furtherFields =
        (results.score("CounterBench.fourAdds") - results.score("CounterBench.add")) / 3;
    rows.add(
        results.row(
            "4 counters of a set / 4 elements of a long[]",
            "CounterBench.fourAdds",
            "CounterBench.fourArrayElements",
            Limit.ratioOr(1.3, furtherFields, 0.7, "ns each further")));
    rows.add(
        results.row(
            "experiment: add / add without mark",
            "CounterBench.add",
            "CounterBench.addWithoutMark",
            Limit.none()));
    rows.add(
        results.row(
            "experiment: 4 adds / 4 without marks",
            "CounterBench.fourAdds",
            "CounterBench.fourAddsWithoutMarks",
            Limit.none()));
    rows.add(
        results.row(
            "poll, nothing asked / empty call",
            "PollBench.poll",
            "PollBench.emptyCall",
            Limit.differenceTo(results.score("PollBench.empty"), 1.0, "ns over an empty loop")));
    for (int sets : new int[] {1, 100, 10_000}) {
      String of = ":sets=" + sets;
      rows.add(
          results.row(
              "flip, " + sets + " sets / poll, nothing asked",
              "FlipBench.pollAfterNewRequest" + of,
              "FlipBench.pollAfterSameRequest" + of,
              Limit.differenceTo(
                  results.score("FlipBench.pollAfterSameRequest" + of), 30, "ns over the poll")));
    }
    for (String what :
        new String[] {
          "gaugeSet/gaugeField",
          "doubleCounterAdd/doubleCounterField",
          "mmscLongRecord/mmscLongFields",
          "mmscDoubleRecord/mmscDoubleFields"
        }) {
      String[] sides = what.split("/", 2);
      rows.add(
          results.row(
              sides[0] + " / " + sides[1],
              "GaugeAndMmscBench." + sides[0],
              "GaugeAndMmscBench." + sides[1],
              Limit.none()));
    }
    rows.add(
        results.row(
            "counter with 2 enum attributes / without",
            "DimensionBench.twoAttributes",
            "DimensionBench.plain",
            Limit.ratio(1.5)));
    rows.add(
        results.row(
            "the same, attributes changing / loaded only",
            "DimensionBench.changingAttributes",
            "DimensionBench.plainAndLoads",
            Limit.none()));
    for (String kind : new String[] {"Long", "Double"}) {
      rows.add(
          results.row(
              "exponential histogram record, " + kind + " / Hdr",
              "HistogramBench.set" + kind,
              "HistogramBench.hdrRecord",
              Limit.ratio(1.3)));
    }
    rows.add(
        results.row(
            "the same, one value / HdrHistogram",
            "HistogramBench.exponentialConstant",
            "HistogramBench.hdrConstant",
            Limit.none()));
    rows.add(
        results.row(
            "histogram of 15 own bounds record / Hdr",
            "HistogramBench.setExplicit",
            "HistogramBench.hdrRecord",
            Limit.none()));
    for (String mark :
        new String[] {"byteOfWord", "byteOfSlot", "bitOfWord", "byteOfWordLookedAt"}) {
      rows.add(
          results.row(
              "experiment: 4 adds, " + mark + " / no mark",
              "MarkBench." + mark,
              "MarkBench.none",
              Limit.none()));
    }
    rows.add(
        results.row(
            "experiment: scan of 10,000 slots, bytes / bits",
            "MarkBench.scanBytes",
            "MarkBench.scanBits",
            Limit.none()));
    rows.add(
        results.row(
            "drain of 10,000 sets, all touched / 1%",
            "DrainBench.drain:every=1", "DrainBench.drain:every=100", Limit.atLeast(20)));
    for (int every : new int[] {100, 1}) {
      String of = ":every=" + every;
      rows.add(
          results.row(
              "drain of 10,000 sets, " + 100 / every + "% touched / arrays",
              "DrainBench.drain" + of,
              "DrainBench.arrays" + of,
              Limit.noneOfMillions()));
    }
    return rows;
  }

  /** What JMH measured, by {@code Class.method} or {@code Class.method:parameter=value}. */
  private record Results(Collection<RunResult> results) {

    Row row(String what, String ours, String base, Limit limit) {
      return new Row(what, score(ours), score(base), bytes(ours), limit);
    }

    double score(String name) {
      return find(name).getPrimaryResult().getScore();
    }

    private double bytes(String name) {
      return find(name).getSecondaryResults().get(ALLOCATED).getScore();
    }

    private RunResult find(String name) {
      for (RunResult result : results) {
        if (nameOf(result).equals(name)) {
          return result;
        }
      }
      throw new IllegalStateException("quick suite: no result of " + name);
    }

    private static String nameOf(RunResult result) {
      String name = result.getParams().getBenchmark();
      int method = name.lastIndexOf('.');
      var text = new StringBuilder(name.substring(name.lastIndexOf('.', method - 1) + 1));
      for (String key : result.getParams().getParamsKeys()) {
        text.append(':').append(key).append('=').append(result.getParams().getParam(key));
      }
      return text.toString();
    }
  }

  private record Row(String what, double ours, double base, double bytes, Limit limit) {}

  /**
   * What a row is held against.
   *
   * @param maxRatio to the baseline; 0 for none; negative for the least that it may be
   * @param figure another measure that will do instead
   * @param maxFigure its limit; 0 for none
   * @param countsBytes false where an operation is so long that strange threads' garbage shows
   */
  private record Limit(
      String text, double maxRatio, double figure, double maxFigure, boolean countsBytes) {

    static Limit ratio(double max) {
      return new Limit("<= " + max + " x", max, 0, 0, true);
    }

    static Limit ratioOr(double max, double figure, double maxFigure, String what) {
      String text =
          String.format(
              Locale.ROOT, "<= %.1f x or <= %.1f %s (%.2f)", max, maxFigure, what, figure);
      return new Limit(text, max, figure, maxFigure, true);
    }

    /** The ratio is to be large, because the baseline does that much less. */
    static Limit atLeast(double min) {
      return new Limit(">= " + min + " x", -min, 0, 0, false);
    }

    /** Of the difference between ours and something. */
    static Limit differenceTo(double something, double max, String what) {
      return new Limit("<= " + max + " " + what, 0, -something, max, true);
    }

    static Limit none() {
      return new Limit("-", 0, 0, 0, true);
    }

    static Limit noneOfMillions() {
      return new Limit("-", 0, 0, 0, false);
    }

    boolean isNone() {
      return maxRatio == 0 && maxFigure == 0;
    }

    boolean isMet(Row row) {
      if (maxRatio < 0) {
        return row.ours / row.base >= -maxRatio;
      }
      if (maxRatio > 0 && row.ours / row.base <= maxRatio) {
        return true;
      }
      // A figure below zero is what is to be taken off ours.
      double reached = figure < 0 ? row.ours + figure : figure;
      return maxFigure > 0 && reached <= maxFigure;
    }
  }
}
