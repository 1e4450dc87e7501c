package io.numetry.bench.suite.measure;

import io.numetry.bench.suite.result.JmhResult;
import io.numetry.bench.suite.result.JmhResult.Metric;
import io.numetry.bench.suite.result.JmhResult.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/** Takes from JMH's results what is kept of them. */
final class JmhResults {
  private static final Set<String> KEPT =
      Set.of("gc.alloc.rate.norm", "cpu.time.norm", "sender.alloc.norm");

  /** What scripts/bench tells the suite, of which a fork takes no notice: a folder of the host. */
  private static final String SUITES_OWN = "-Dnumetry.bench.";

  private static final double MEDIAN = 50;
  private static final double CONFIDENCE = 0.999;

  private JmhResults() {}

  /** {@code Class.method}. */
  static String benchmark(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
  }

  static JmhResult of(RunResult result) {
    BenchmarkParams asked = result.getParams();
    List<Param> params =
        asked.getParamsKeys().stream().map(key -> new Param(key, asked.getParam(key))).toList();
    List<List<Double>> forks = forks(result, asked.getMode() == Mode.SampleTime);
    var all = new ListStatistics();
    forks.forEach(fork -> fork.forEach(all::addValue));
    boolean sampled = asked.getMode() == Mode.SampleTime;
    Result<?> primary = result.getPrimaryResult();
    double score = sampled ? all.getMean() : primary.getScore();
    double error = sampled ? all.getMeanErrorAt(CONFIDENCE) : primary.getScoreError();
    List<Metric> others = new ArrayList<>();
    for (Map.Entry<String, ? extends Result<?>> other : secondary(result).entrySet()) {
      double value = other.getValue().getScore();
      if (KEPT.contains(other.getKey()) && !Double.isNaN(value)) {
        others.add(new Metric(other.getKey(), other.getValue().getScoreUnit(), value));
      }
    }
    return new JmhResult(
        benchmark(result),
        params,
        asked.getThreads(),
        asked.getMode().shortLabel(),
        primary.getScoreUnit(),
        score,
        Double.isNaN(error) ? -1 : error,
        forks,
        others,
        asked.getJvmArgs().stream().filter(each -> !each.startsWith(SUITES_OWN)).toList());
  }

  @SuppressWarnings("rawtypes") // as JMH has it
  private static Map<String, ? extends Result<?>> secondary(RunResult result) {
    Map<String, Result<?>> typed = new java.util.TreeMap<>();
    for (Map.Entry<String, Result> entry : result.getSecondaryResults().entrySet()) {
      typed.put(entry.getKey(), entry.getValue());
    }
    return typed;
  }

  private static List<List<Double>> forks(RunResult result, boolean sampled) {
    List<List<Double>> forks = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      List<Double> iterations = new ArrayList<>();
      for (IterationResult iteration : fork.getIterationResults()) {
        Result<?> primary = iteration.getPrimaryResult();
        iterations.add(
            sampled ? primary.getStatistics().getPercentile(MEDIAN) : primary.getScore());
      }
      forks.add(List.copyOf(iterations));
    }
    return forks;
  }
}
