package io.numetry.bench.suite.result;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One benchmark as JMH measured it, with one choice of its parameters.
 *
 * @param benchmark {@code Class.method}
 * @param params by their names
 * @param mode JMH's short name of it; in {@code sample}, figures are medians of an iteration's
 *     samples
 * @param score of the primary metric, the mean over iterations
 * @param error half of JMH's interval of 99.9 %; negative if it has none
 * @param forks the iterations of each virtual machine
 * @param others what profilers counted
 */
public record JmhResult(
    String benchmark,
    List<Param> params,
    int threads,
    String mode,
    String unit,
    double score,
    double error,
    List<List<Double>> forks,
    List<Metric> others,
    List<String> jvmArguments) {

  /** A parameter of a benchmark. */
  public record Param(String name, String value) {}

  /** What a profiler counted. */
  public record Metric(String name, String unit, double score) {}

  public JmhResult {
    params = List.copyOf(params);
    forks = List.copyOf(forks);
    others = List.copyOf(others);
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** As rows write it: {@code Class.method:parameter=value@threads}, one thread not being told. */
  public String name() {
    return benchmark
        + params.stream()
            .map(param -> ":" + param.name() + "=" + param.value())
            .collect(Collectors.joining())
        + (threads == 1 ? "" : "@" + threads);
  }
}
