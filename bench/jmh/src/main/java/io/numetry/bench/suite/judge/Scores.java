package io.numetry.bench.suite.judge;

import io.numetry.bench.suite.result.Figure;
import io.numetry.bench.suite.result.JmhResult;
import io.numetry.bench.suite.result.SuiteResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run's figures by the names that rows use. */
public final class Scores {
  private static final String ALLOCATED = "#gc.alloc.rate.norm";

  private final Map<String, Score> scores = new LinkedHashMap<>();

  public Scores(SuiteResult result) {
    for (JmhResult jmh : result.jmh()) {
      scores.put(
          jmh.name(),
          new Score(
              jmh.score(),
              jmh.error() < 0 ? Double.NaN : jmh.error(),
              plain(jmh.unit()),
              jmh.mode().equals("thrpt"),
              jmh.forks().stream().map(Scores::median).toList()));
      for (JmhResult.Metric other : jmh.others()) {
        scores.put(
            jmh.name() + "#" + other.name(),
            new Score(other.score(), Double.NaN, plain(other.unit()), false, List.of()));
      }
    }
    for (Figure figure : result.figures()) {
      scores.put(
          figure.name(),
          new Score(
              figure.median(),
              figure.values().size() == 1 ? Double.NaN : figure.spread(),
              figure.unit(),
              figure.more(),
              figure.values()));
    }
  }

  /** Of an iteration's figures, which one that something disturbed does not move. */
  private static double median(List<Double> iterations) {
    return new Figure("fork", "", false, iterations).median();
  }

  private static String plain(String unit) {
    return unit.replace("/op", "");
  }

  /** Those that were measured. */
  public Set<String> names() {
    return Set.copyOf(scores.keySet());
  }

  public boolean has(String name) {
    return scores.containsKey(name);
  }

  public Optional<Score> find(String name) {
    return Optional.ofNullable(scores.get(name));
  }

  /**
   * What has that name.
   *
   * @throws IllegalStateException if nothing has
   */
  public Score get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("bench suite: no result of " + name));
  }

  public double value(String name) {
    return get(name).value();
  }

  /** Bytes that an operation allocates; NaN if it was not counted. */
  public double allocated(String name) {
    return find(name + ALLOCATED).map(Score::value).orElse(Double.NaN);
  }

  /** Of a ratio, relative to it; the errors of both sides are independent. */
  public double ratioError(String one, String other) {
    return Math.hypot(get(one).relativeError(), get(other).relativeError());
  }
}
