package io.numetry.bench.suite.measure;

import io.numetry.bench.jmh.export.SenderAllocationProfiler;
import io.numetry.bench.jmh.export.ThreadCpuProfiler;
import io.numetry.bench.suite.result.JmhResult;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.result.Timing;
import io.numetry.bench.suite.rows.BenchName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks through JMH: those of one effort, one choice of parameters and one number of
 * threads together. What fails is told, and the rest goes on.
 */
public final class JmhMeasure {
  private static final double NANOS = 1e9;

  private final Mode mode;
  private final Path logs;
  private final Consumer<String> progress;
  private final List<JmhResult> results = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<Effort, Timing> timings = new EnumMap<>(Effort.class);

  private record Group(Effort effort, Map<String, String> params, int threads) {}

  /**
   * @param logs a folder for what JMH says
   */
  public JmhMeasure(Mode mode, Path logs, Consumer<String> progress) {
    this.mode = mode;
    this.logs = logs;
    this.progress = progress;
  }

  /** What running these will take, about, in seconds. */
  public double estimateSeconds(Collection<String> names) {
    return names.stream()
        .mapToDouble(name -> Effort.of(BenchName.parse(name).type()).times(mode).seconds())
        .sum();
  }

  /** Runs them all. */
  public void run(Collection<String> names) throws IOException {
    Map<Group, List<BenchName>> groups = new LinkedHashMap<>();
    for (String name : new TreeSet<>(names)) {
      BenchName bench = BenchName.parse(name);
      groups
          .computeIfAbsent(
              new Group(Effort.of(bench.type()), bench.params(), bench.threads()),
              g -> new ArrayList<>())
          .add(bench);
    }
    Files.createDirectories(logs);
    int number = 0;
    for (Map.Entry<Group, List<BenchName>> group : groups.entrySet()) {
      number++;
      run(group.getKey(), group.getValue(), number, groups.size());
    }
  }

  private void run(Group group, List<BenchName> benches, int number, int of) {
    Effort.Times times = group.effort().times(mode);
    progress.accept(
        String.format(
            Locale.ROOT,
            "%d of %d: %s%s%s, %d benchmarks, about %.0f s",
            number,
            of,
            group.effort().text(),
            group.params().isEmpty() ? "" : " " + group.params(),
            group.threads() == 1 ? "" : " on " + group.threads() + " threads",
            benches.size(),
            benches.size() * times.seconds()));
    Path log = logs.resolve("jmh-" + number + ".log");
    final long start = System.nanoTime();
    Collection<RunResult> measured = List.of();
    try {
      measured = new Runner(options(group, benches, log)).run();
    } catch (RunnerException e) {
      failures.add(benches + ": " + e.getMessage() + "; see " + log);
    }
    for (RunResult result : measured) {
      results.add(JmhResults.of(result));
    }
    for (BenchName bench : benches) {
      String name = bench.benchmark();
      if (measured.stream().noneMatch(r -> JmhResults.benchmark(r).equals(name))) {
        failures.add(name + " " + group.params() + ": has failed; see " + log);
      }
    }
    add(group.effort(), benches.size(), (System.nanoTime() - start) / NANOS);
  }

  private org.openjdk.jmh.runner.options.Options options(
      Group group, List<BenchName> benches, Path log) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .addProfiler(GCProfiler.class)
            // Before the benchmarks' own, which would be replaced if these were behind.
            .jvmArgsPrepend(
                "--enable-native-access=ALL-UNNAMED",
                // What libraries tell of logging would stand between the suite's own lines.
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dnumetry.bench.quiet=true")
            .threads(group.threads())
            .output(log.toString())
            .shouldFailOnError(false);
    if (group.effort() == Effort.DELIVERY) {
      options.addProfiler(ThreadCpuProfiler.class).addProfiler(SenderAllocationProfiler.class);
    }
    benches.forEach(bench -> options.include("\\." + Pattern.quote(bench.benchmark()) + "$"));
    group.params().forEach(options::param);
    group.effort().apply(mode, options);
    return options.build();
  }

  private void add(Effort effort, int benches, double seconds) {
    Effort.Times times = effort.times(mode);
    Timing before = timings.get(effort);
    timings.put(
        effort,
        new Timing(
            effort.text(),
            benches + (before == null ? 0 : before.benches()),
            times.forks(),
            times.warmUps() + " x " + times.warmUpMillis() + " ms",
            effort == Effort.SHOT ? "once" : times.measurements() + " x " + times.millis() + " ms",
            seconds + (before == null ? 0 : before.seconds())));
  }

  public List<JmhResult> results() {
    return List.copyOf(results);
  }

  /** A sentence each. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  public List<Timing> timings() {
    return List.copyOf(timings.values());
  }
}
