package io.numetry.exporter.otlp;

import io.numetry.window.Column;
import java.util.ArrayList;
import java.util.List;

/** What is constant for one column, and how its points are encoded. */
final class ColumnTemplate {
  private final Column column;
  private final ColumnPoints points;

  /** The metric under its name, then under each of its former names. */
  private final List<MetricTemplate> metrics = new ArrayList<>();

  ColumnTemplate(Column column, ColumnPoints points, ConstantMemory constants) {
    this.column = column;
    this.points = points;
    metrics.add(new MetricTemplate(column, column.instrument().name(), constants));
    for (String name : column.instrument().formerNames()) {
      metrics.add(new MetricTemplate(column, name, constants));
    }
  }

  /** Encodes what is present in the column, once for each name, the last name first. */
  void encode(RequestWriter request, long windowStart, long time) {
    int first = column.nextPresent(0);
    if (first >= 0) {
      for (int i = metrics.size() - 1; i >= 0; i--) {
        request.openMetric(metrics.get(i));
        points.encode(first, windowStart, time);
        request.closeMetric();
      }
    }
  }
}
