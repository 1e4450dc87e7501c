package io.numetry.examples.received;

import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.SeriesId;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has arrived, added up by series: deltas add, a cumulative point replaces the one before it
 * unless its series began anew, a gauge's last value stays. That a series has ended changes nothing
 * of what it stood at.
 *
 * <p>Any thread.
 */
public final class MetricTotals {
  /** What the aggregation level puts on points, besides the attributes that a set has. */
  public static final List<String> LEVEL_ATTRIBUTES =
      List.of("cpu.logical_number", "numa.node.id", "numetry.core.name");

  private final Collection<String> foldedAttributes;
  private final SortedMap<SeriesId, SeriesTotal> totals = new TreeMap<>();
  private long requests;
  private long points;
  private long ended;

  public MetricTotals() {
    this(List.of());
  }

  /**
   * @param foldedAttributes keys whose values do not make a series; for deltas only, where they
   *     would be without end
   */
  public MetricTotals(Collection<String> foldedAttributes) {
    this.foldedAttributes = List.copyOf(foldedAttributes);
  }

  /**
   * Takes in a request.
   *
   * @throws IllegalArgumentException if it has what this receiver does not know
   */
  public synchronized void add(ExportMetricsServiceRequest request) {
    requests++;
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        scope.getMetricsList().forEach(this::add);
      }
    }
  }

  /** Requests taken in. */
  public synchronized long requests() {
    return requests;
  }

  /** Points taken in. */
  public synchronized long points() {
    return points;
  }

  /** Points taken in that said only that their series has ended. */
  public synchronized long ended() {
    return ended;
  }

  /** Series whose metrics' names begin so, summed over cores and nodes. */
  public synchronized SortedMap<SeriesId, Reading> startingWith(String prefix) {
    SortedMap<SeriesId, Reading> readings = new TreeMap<>();
    totals.forEach(
        (id, total) -> {
          if (id.metric().startsWith(prefix)) {
            readings.merge(id.without(LEVEL_ATTRIBUTES), total.reading(), Reading::plus);
          }
        });
    return readings;
  }

  private void add(Metric metric) {
    for (Point point : PointReader.allOf(metric)) {
      points++;
      Reading reading = point.reading();
      if (reading == null) {
        ended++;
      } else {
        SeriesId id = point.id().without(foldedAttributes);
        totals.computeIfAbsent(id, key -> new SeriesTotal()).add(point, reading);
      }
    }
  }
}
