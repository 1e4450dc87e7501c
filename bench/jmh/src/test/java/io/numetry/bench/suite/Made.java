package io.numetry.bench.suite;

import io.numetry.bench.jmh.turn.OwnerTurns;
import io.numetry.bench.suite.result.Fact;
import io.numetry.bench.suite.result.Figure;
import io.numetry.bench.suite.result.JmhResult;
import io.numetry.bench.suite.result.JmhResult.Metric;
import io.numetry.bench.suite.result.JmhResult.Param;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.result.Run;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.result.Timing;
import io.numetry.bench.suite.rows.BenchName;
import io.numetry.bench.suite.rows.Row;
import io.numetry.bench.suite.rows.Rows;
import io.numetry.bench.support.measure.Load;
import io.numetry.bench.support.measure.Load.Sample;
import io.numetry.bench.support.measure.OthersWatch.Others;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Results that were never measured. */
public final class Made {
  private static final String QUIET = "0.00 0.00 0.00 1/99 1";

  private Made() {}

  public static Run run(Mode mode, String cpu, int cpus, String loaded) {
    var idle = new Sample(QUIET, 1, 2, 0);
    return new Run(
        "2026-01-02T03:04:05Z",
        601.5,
        mode,
        "",
        "abcdef0",
        cpus,
        List.of(
            new Fact("cpu", cpu),
            new Fact("kernel", "Linux 6.1"),
            new Fact("jdk", "OpenJDK 25"),
            new Fact("a core to spare", "yes")),
        List.of(new Timing("single operations", 70, 3, "2 x 200 ms", "3 x 150 ms", 310)),
        new Load(idle, idle, 0, false, ""),
        new Others(0.5, 2),
        !loaded.isEmpty(),
        loaded);
  }

  /** A benchmark whose virtual machines' figures are these, twice each. */
  public static JmhResult bench(String name, String unit, double allocated, double... forks) {
    BenchName bench = BenchName.parse(name);
    List<List<Double>> raw = new ArrayList<>();
    double sum = 0;
    for (double fork : forks) {
      raw.add(List.of(fork, fork));
      sum += fork;
    }
    double score = sum / forks.length;
    return new JmhResult(
        bench.benchmark(),
        bench.params().entrySet().stream().map(e -> new Param(e.getKey(), e.getValue())).toList(),
        bench.threads(),
        "avgt",
        unit + "/op",
        score,
        score / 50,
        raw,
        List.of(
            new Metric("gc.alloc.rate.norm", "B/op", allocated),
            new Metric("sender.alloc.norm", "B/op", score),
            new Metric("cpu.time.norm", "ns/op", score)),
        List.of("-Da=<b>"));
  }

  /** Every row that a full run has on such a machine, each of its names with a figure. */
  public static SuiteResult full(int cpus, String cpu, String loaded) {
    Set<String> names = new TreeSet<>();
    for (Row row : Rows.ALL) {
      if (row.needs().missing(true, cpus).isEmpty()) {
        names.addAll(row.names());
      }
    }
    for (String scenario : OwnerTurns.SCENARIOS) {
      for (String what :
          List.of("p50", "p90", "p99", "p99.9", "p99.99", "max", "turns", "interrupted")) {
        names.add("turn:" + scenario + "#" + what);
      }
    }
    var random = new Random(1);
    List<JmhResult> jmh = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    Set<String> done = new TreeSet<>();
    for (String name : names) {
      if (BenchName.isFigure(name)) {
        double value = 1000 + random.nextInt(1000);
        String unit =
            name.startsWith("memory") ? "B" : name.startsWith("gateway") ? "{frame}/s" : "ns";
        figures.add(new Figure(name, unit, unit.endsWith("/s"), List.of(value, value * 1.1)));
      } else if (done.add(BenchName.withoutMetric(name))) {
        double value = Math.exp(random.nextGaussian() * 2);
        jmh.add(bench(BenchName.withoutMetric(name), "ns", 0, value, value * 1.02, value * 0.97));
      }
    }
    return SuiteResult.of(run(Mode.FULL, cpu, cpus, loaded), jmh, figures, List.of());
  }
}
