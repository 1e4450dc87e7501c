package io.numetry.bench.suite;

import java.util.List;
import java.util.Locale;

/** What a row must keep. */
sealed interface Limit {

  String text();

  /** What is to be within it. */
  double figure(Row row, Results results);

  boolean keeps(double figure);

  /** Benchmarks besides the row's own. */
  default List<String> benches() {
    return List.of();
  }

  /** Ours no more than so many times the baseline. */
  record AtMost(double times) implements Limit {
    @Override
    public String text() {
      return "<= " + times + " x";
    }

    @Override
    public double figure(Row row, Results results) {
      return results.score(row.ours()) / results.score(row.base());
    }

    @Override
    public boolean keeps(double figure) {
      return figure <= times;
    }
  }

  /** Ours at least so many times the baseline, which does that much less. */
  record AtLeast(double times) implements Limit {
    @Override
    public String text() {
      return ">= " + times + " x";
    }

    @Override
    public double figure(Row row, Results results) {
      return results.score(row.ours()) / results.score(row.base());
    }

    @Override
    public boolean keeps(double figure) {
      return figure >= times;
    }
  }

  /** Ours at least so many times as fast as the baseline. */
  record Faster(double times) implements Limit {
    @Override
    public String text() {
      return ">= " + times + " x as fast";
    }

    @Override
    public double figure(Row row, Results results) {
      return results.score(row.base()) / results.score(row.ours());
    }

    @Override
    public boolean keeps(double figure) {
      return figure >= times;
    }
  }

  /**
   * Ours less another, a part of that.
   *
   * @param parts by which the difference is divided
   */
  record Over(String other, int parts, double most, String unit) implements Limit {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "<= %.1f %s", most, unit);
    }

    @Override
    public double figure(Row row, Results results) {
      return (results.score(row.ours()) - results.score(other)) / parts;
    }

    @Override
    public boolean keeps(double figure) {
      return figure <= most;
    }

    @Override
    public List<String> benches() {
      return List.of(other);
    }
  }
}
