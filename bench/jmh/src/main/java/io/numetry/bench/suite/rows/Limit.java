package io.numetry.bench.suite.rows;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a row must keep. */
public sealed interface Limit {

  String text();

  /**
   * What is to be within it.
   *
   * @param score of what has that name
   */
  double figure(Row row, ToDoubleFunction<String> score);

  boolean keeps(double figure);

  /** What it looks at besides the row's own. */
  default List<String> names() {
    return List.of();
  }

  /** Ours no more than so many times the baseline. */
  record AtMost(double times) implements Limit {
    @Override
    public String text() {
      return "<= " + times + " x";
    }

    @Override
    public double figure(Row row, ToDoubleFunction<String> score) {
      return score.applyAsDouble(row.ours()) / score.applyAsDouble(row.base());
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
    public double figure(Row row, ToDoubleFunction<String> score) {
      return score.applyAsDouble(row.ours()) / score.applyAsDouble(row.base());
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
    public double figure(Row row, ToDoubleFunction<String> score) {
      return score.applyAsDouble(row.base()) / score.applyAsDouble(row.ours());
    }

    @Override
    public boolean keeps(double figure) {
      return figure >= times;
    }
  }

  /** Ours no more than an amount. */
  record NoMore(double most, String unit) implements Limit {
    @Override
    public String text() {
      return "<= " + most + " " + unit;
    }

    @Override
    public double figure(Row row, ToDoubleFunction<String> score) {
      return score.applyAsDouble(row.ours());
    }

    @Override
    public boolean keeps(double figure) {
      return figure <= most;
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
    public double figure(Row row, ToDoubleFunction<String> score) {
      return (score.applyAsDouble(row.ours()) - score.applyAsDouble(other)) / parts;
    }

    @Override
    public boolean keeps(double figure) {
      return figure <= most;
    }

    @Override
    public List<String> names() {
      return List.of(other);
    }
  }
}
