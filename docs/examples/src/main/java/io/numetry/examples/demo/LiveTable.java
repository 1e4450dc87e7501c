package io.numetry.examples.demo;

import io.numetry.examples.received.MetricTotals;
import io.numetry.examples.reconcile.Glance;
import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.SeriesId;
import java.io.PrintStream;
import java.util.Map;
import java.util.SortedMap;

/**
 * Shows what has arrived: on a terminal as a table that is drawn over itself, otherwise as a line.
 */
final class LiveTable implements GatewayRun.Display {
  private static final String CURSOR = "\u001b[";
  private static final String UP = "A";
  private static final String CLEAR_LINE = "\u001b[K";

  private final MetricTotals totals;
  private final PrintStream out;
  private final boolean terminal;
  private Map<SeriesId, Reading> former = Map.of();
  private int drawnLines;

  LiveTable(MetricTotals totals, PrintStream out, boolean terminal) {
    this.totals = totals;
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void show(long seconds) {
    SortedMap<SeriesId, Reading> now = totals.startingWith(Demo.METRICS);
    String head =
        "%4d s  %,d requests, %,d points, %,d counted (%+,d)"
            .formatted(
                seconds,
                totals.requests(),
                totals.points(),
                counted(now),
                counted(now) - counted(former));
    if (terminal) {
      draw(head, now);
    } else {
      out.println(head);
    }
    former = now;
  }

  private void draw(String head, SortedMap<SeriesId, Reading> now) {
    if (drawnLines > 0) {
      out.print(CURSOR + drawnLines + UP);
    }
    out.println(head + CLEAR_LINE);
    Map<String, String> lines = Glance.of(now);
    lines.forEach((metric, text) -> out.printf("  %-46s %s%s%n", metric, text, CLEAR_LINE));
    drawnLines = 1 + lines.size();
    out.flush();
  }

  private static long counted(Map<SeriesId, Reading> readings) {
    return readings.values().stream()
        .mapToLong(
            reading ->
                reading instanceof NumberReading number && number.isCount()
                    ? number.value().longValueExact()
                    : 0)
        .sum();
  }
}
