package io.numetry.snapshot;

import java.util.List;

/**
 * All that is known at a moment.
 *
 * @param points of all nodes
 * @param complete false if some core or node did not answer in time; its part is as it was at the
 *     last snapshot
 */
public record MetricSnapshot(List<MetricPoint> points, boolean complete) {

  public MetricSnapshot {
    points = List.copyOf(points);
  }

  /** Points of a metric. */
  public List<MetricPoint> of(String metric) {
    return points.stream().filter(point -> point.name().equals(metric)).toList();
  }
}
