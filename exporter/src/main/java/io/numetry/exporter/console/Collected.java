package io.numetry.exporter.console;

import io.numetry.snapshot.MetricPoint;
import java.util.List;

/**
 * What a node has collected, until it is written.
 *
 * @param points for tables; empty for others
 * @param requests OTLP requests, for JSON; empty for others
 */
record Collected(int node, List<MetricPoint> points, List<byte[]> requests) {

  static Collected ofPoints(int node, List<MetricPoint> points) {
    return new Collected(node, points, List.of());
  }

  static Collected ofRequests(int node, List<byte[]> requests) {
    return new Collected(node, List.of(), requests);
  }
}
