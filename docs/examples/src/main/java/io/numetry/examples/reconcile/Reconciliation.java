package io.numetry.examples.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was recorded against what was received, series by series. */
public final class Reconciliation {
  private final List<Difference> series;

  private Reconciliation(List<Difference> series) {
    this.series = List.copyOf(series);
  }

  /** Compares all series of both sides. */
  public static Reconciliation of(
      Map<SeriesId, Reading> recorded, Map<SeriesId, Reading> received) {
    SortedSet<SeriesId> ids = new TreeSet<>(recorded.keySet());
    ids.addAll(received.keySet());
    List<Difference> series = new ArrayList<>();
    for (SeriesId id : ids) {
      series.add(new Difference(id, recorded.get(id), received.get(id)));
    }
    return new Reconciliation(series);
  }

  /** In the order of their names. */
  public List<Difference> series() {
    return series;
  }

  /** True if something was recorded, and all of it was received as it was recorded. */
  public boolean isExact() {
    return !series.isEmpty() && series.stream().allMatch(Difference::isExact);
  }

  /** What the counters of whole numbers counted, by what was recorded. */
  public long recorded() {
    return series.stream().mapToLong(difference -> counted(difference.recorded())).sum();
  }

  /** What the counters of whole numbers counted, by what was received. */
  public long received() {
    return series.stream().mapToLong(difference -> counted(difference.received())).sum();
  }

  /** Over all series, those that count nothing with one each if they differ. */
  public long lost() {
    return series.stream().mapToLong(Difference::lost).sum();
  }

  public long doubled() {
    return series.stream().mapToLong(Difference::doubled).sum();
  }

  /** The verdict in a line. */
  public String summary() {
    return "recorded "
        + recorded()
        + ", received "
        + received()
        + ", lost "
        + lost()
        + ", doubled "
        + doubled();
  }

  /** A line for each metric whose series are all exact, and one for each series that differs. */
  public String table() {
    SortedMap<SeriesId, Reading> exact = new TreeMap<>();
    SortedMap<String, String> lines = new TreeMap<>();
    for (Difference difference : series) {
      Reading recorded = difference.recorded();
      if (recorded != null && difference.isExact()) {
        exact.put(difference.id(), recorded);
      } else {
        lines.put(
            difference.id().toString(),
            "  DIFFERS  recorded " + text(recorded) + "; received " + text(difference.received()));
      }
    }
    Glance.of(exact).forEach((metric, text) -> lines.put(metric, "  exact  " + text));
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    var table = new StringBuilder();
    lines.forEach(
        (name, text) -> {
          table.append("  ").append(name).repeat(' ', width - name.length());
          table.append(text).append('\n');
        });
    return table.toString();
  }

  private static long counted(@Nullable Reading reading) {
    return reading instanceof NumberReading number && number.isCount()
        ? number.value().longValueExact()
        : 0;
  }

  private static String text(@Nullable Reading reading) {
    return reading == null ? "nothing" : reading.toString();
  }
}
