package io.numetry.examples.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Readings as a person sees them at a glance: a line for each metric, its series added up. */
public final class Glance {
  private Glance() {}

  /** What each metric stands at, by its name and how many series it has. */
  public static Map<String, String> of(SortedMap<SeriesId, Reading> readings) {
    SortedMap<String, SortedMap<SeriesId, Reading>> metrics = new TreeMap<>();
    readings.forEach(
        (id, reading) ->
            metrics.computeIfAbsent(id.metric(), key -> new TreeMap<>()).put(id, reading));
    Map<String, String> lines = new LinkedHashMap<>();
    metrics.forEach(
        (name, series) ->
            lines.put(
                series.size() == 1
                    ? series.firstKey().toString()
                    : name + ", " + series.size() + " series",
                text(List.copyOf(series.values()))));
    return lines;
  }

  /** A gauge's values are not added: each stands for itself. */
  private static String text(List<Reading> series) {
    return series.stream().allMatch(Glance::isGauge)
        ? String.join("; ", series.stream().map(Reading::brief).toList())
        : series.stream().reduce(Reading::plus).orElseThrow().brief();
  }

  private static boolean isGauge(Reading reading) {
    return reading instanceof NumberReading number && number.isGauge();
  }
}
