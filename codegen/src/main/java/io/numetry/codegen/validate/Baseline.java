package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stable metrics of an earlier compilation, one a line of text, sorted by name:
 *
 * <pre>
 *  gateway.receiver.frames COUNTER {frame} LONG gateway.lane,outcome
 * </pre>
 *
 * <p>Name, kind, unit, value type, and the keys of all attributes, sorted, or {@code -} if there
 * are none. Blank lines and lines that start with {@code #} say nothing.
 */
public final class Baseline {
  private static final String SEPARATOR = " ";
  private static final String COMMENT = "#";
  private static final int FIELDS = 5;

  private final Map<String, StableMetric> metrics;

  private Baseline(Map<String, StableMetric> metrics) {
    this.metrics = metrics;
  }

  /** The text of a baseline. */
  public static String text(Collection<ValidSet> sets) {
    StringBuilder text =
        new StringBuilder("# Stable metrics: name kind unit type keys. Written by the compiler.\n");
    sets.stream()
        .flatMap(set -> StableMetric.of(set).stream())
        .sorted(Comparator.comparing(StableMetric::name))
        .forEach(metric -> text.append(metric.line()).append('\n'));
    return text.toString();
  }

  /** Reads the text of a baseline; adds its faults to {@code diagnostics}. */
  static Baseline read(String path, List<String> lines, List<Diagnostic> diagnostics) {
    Findings findings = new Findings("baseline " + path);
    Map<String, StableMetric> metrics = new TreeMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith(COMMENT)) {
        continue;
      }
      String[] fields = line.split(SEPARATOR, -1);
      if (fields.length == FIELDS) {
        metrics.put(
            fields[0], new StableMetric(fields[0], fields[1], fields[2], fields[3], fields[4]));
      } else {
        findings.add(Rule.BASELINE_LINE, Position.nowhere(), TextRules.shown(line));
      }
    }
    diagnostics.addAll(findings.all());
    return new Baseline(metrics);
  }

  List<StableMetric> metrics() {
    return new ArrayList<>(metrics.values());
  }
}
