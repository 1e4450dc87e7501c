package io.numetry.bench.suite;

import java.util.Collection;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured, by the names that rows use. */
record Results(Collection<RunResult> all) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  boolean has(String name) {
    return all.stream().anyMatch(result -> nameOf(result).equals(name));
  }

  double score(String name) {
    return find(name).getPrimaryResult().getScore();
  }

  /** Of the score, relative to it: half of JMH's interval of 99.9 %. */
  double relativeError(String name) {
    Result<?> result = find(name).getPrimaryResult();
    return result.getScoreError() / result.getScore();
  }

  /** Bytes an operation. */
  double allocated(String name) {
    return find(name).getSecondaryResults().get(ALLOCATED).getScore();
  }

  /** Of a ratio, relative to it; the errors of both sides are independent. */
  double ratioError(String ours, String base) {
    return Math.hypot(relativeError(ours), relativeError(base));
  }

  private RunResult find(String name) {
    return all.stream()
        .filter(result -> nameOf(result).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("bench suite: no result of " + name));
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
