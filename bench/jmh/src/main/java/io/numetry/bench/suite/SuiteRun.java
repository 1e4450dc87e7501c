package io.numetry.bench.suite;

import io.numetry.bench.suite.measure.JmhMeasure;
import io.numetry.bench.suite.measure.Programs;
import io.numetry.bench.suite.result.Fact;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.result.Run;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.result.Timing;
import io.numetry.bench.suite.rows.BenchName;
import io.numetry.bench.suite.rows.Row;
import io.numetry.bench.support.MachineReport;
import io.numetry.bench.support.measure.Load;
import io.numetry.bench.support.measure.LoadMeter;
import io.numetry.bench.support.measure.OthersWatch;
import io.numetry.bench.support.measure.OthersWatch.Others;
import io.numetry.bench.support.measure.OwnerPlace;
import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Measures on this machine what rows name, and what else the machine did meanwhile. */
final class SuiteRun {
  private static final Path PROC = Path.of("/proc");
  private static final double NANOS = 1e9;

  /** More than that for others, and figures are not to be trusted. */
  private static final double MOST_MEAN_PERCENT = 5;

  private static final double MOST_PEAK_PERCENT = 30;

  private final Arguments arguments;
  private final Path logs;
  private final Consumer<String> progress;
  private final NumaSystem numa = NumaSystem.system();
  private final CpuSet cpus = numa.topology().allowedCpus();

  /**
   * @param logs a folder for what JMH says
   */
  SuiteRun(Arguments arguments, Path logs, Consumer<String> progress) {
    this.arguments = arguments;
    this.logs = logs;
    this.progress = progress;
  }

  /** Of all rows that can be measured here the names in which the expression is found. */
  static Set<String> names(Collection<Row> rows, Mode mode, int cpus, String only) {
    Pattern wanted = Pattern.compile(only);
    return rows.stream()
        .filter(row -> row.needs().missing(mode.isFull(), cpus).isEmpty())
        .flatMap(row -> row.names().stream())
        .filter(name -> wanted.matcher(name).find())
        .map(BenchName::withoutMetric)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  SuiteResult measure(Collection<Row> rows) throws IOException, InterruptedException {
    Mode mode = arguments.mode();
    Set<String> names = names(rows, mode, cpus.size(), arguments.only());
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "--only " + arguments.only() + " is in no name of what can be measured here");
    }
    Set<String> benches =
        names.stream().filter(n -> !BenchName.isFigure(n)).collect(Collectors.toSet());
    Set<String> subjects =
        names.stream()
            .filter(BenchName::isFigure)
            .map(name -> name.substring(0, name.indexOf(':')))
            .collect(Collectors.toSet());
    final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    final long start = System.nanoTime();
    var meter = new LoadMeter(PROC, cpus);
    progress.accept("background load");
    long looking = TimeUnit.SECONDS.toNanos(mode.isSmoke() ? 1 : 3);
    final Load.Sample before = meter.idle(looking);
    final Map<Integer, long[]> ticks = meter.ticks();

    var jmh = new JmhMeasure(mode, logs, progress);
    var programs = new Programs(mode, numa, progress);
    Others others;
    try (var watch = new OthersWatch(PROC, meter)) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "%d benchmarks, about %.0f s; and %s",
              benches.size(),
              jmh.estimateSeconds(benches),
              subjects));
      jmh.run(benches);
      programs.run(subjects);
      others = watch.end();
    }
    final double steal = LoadMeter.steal(ticks, meter.ticks());
    progress.accept("background load, once more");
    Load load = LoadMeter.judge(before, meter.idle(looking), steal);
    List<Timing> timings = new ArrayList<>(jmh.timings());
    timings.addAll(programs.timings());
    List<String> failures = new ArrayList<>(jmh.failures());
    failures.addAll(programs.failures());
    String why = why(load, others);
    return SuiteResult.of(
        new Run(
            started.toString(),
            (System.nanoTime() - start) / NANOS,
            mode,
            arguments.only(),
            System.getProperty("numetry.bench.commit", "unknown"),
            cpus.size(),
            machine(),
            timings,
            load,
            others,
            !why.isEmpty(),
            why),
        jmh.results(),
        programs.figures(),
        failures);
  }

  private static String why(Load load, Others others) {
    List<String> why = new ArrayList<>();
    if (load.high()) {
      why.add(load.why());
    }
    if (others.meanPercent() > MOST_MEAN_PERCENT || others.largestPercent() > MOST_PEAK_PERCENT) {
      why.add(
          String.format(
              Locale.ROOT,
              "during the run others used %.0f %% of the CPUs, at most %.0f %%",
              others.meanPercent(),
              others.largestPercent()));
    }
    return String.join("; ", why);
  }

  private List<Fact> machine() {
    List<Fact> facts = new ArrayList<>();
    for (String line : MachineReport.take().lines()) {
      int colon = line.indexOf(": ");
      String name = line.substring(0, colon);
      if (!name.equals("date") && !name.equals("load before")) {
        facts.add(new Fact(name, line.substring(colon + 2)));
      }
    }
    facts.add(
        new Fact(
            "a core to spare",
            OwnerPlace.of(numa.topology().host())
                .map(
                    place ->
                        "yes, as far as the kernel tells: "
                            + place.text()
                            + "; whether a hypervisor's CPUs are whole cores it does not")
                .orElse("no: there is one physical core")));
    return facts;
  }
}
