package io.numetry.health;

import io.numetry.json.JsonWriter;
import java.util.List;
import java.util.StringJoiner;

/**
 * How telemetry is at a moment.
 *
 * @param exporters those that tell of their health, in the order they were given in
 * @param aggregators of the nodes that have had cores, by node
 */
public record TelemetryHealth(List<ExporterHealth> exporters, List<AggregatorHealth> aggregators) {

  public TelemetryHealth {
    exporters = List.copyOf(exporters);
    aggregators = List.copyOf(aggregators);
  }

  /** All of its parts are. */
  public boolean isHealthy() {
    return exporters.stream().allMatch(ExporterHealth::isHealthy)
        && aggregators.stream().allMatch(AggregatorHealth::isHealthy);
  }

  /** As one JSON document; times as RFC 3339 has them. */
  public String toJson() {
    var json = new JsonWriter().beginObject().name("healthy").value(isHealthy());
    json.name("exporters").beginArray();
    exporters.forEach(exporter -> exporter.writeTo(json));
    json.endArray().name("aggregators").beginArray();
    aggregators.forEach(aggregator -> aggregator.writeTo(json));
    return json.endArray().endObject().toString();
  }

  /** A line for each part. */
  @Override
  public String toString() {
    var lines = new StringJoiner("\n");
    lines.add(isHealthy() ? "healthy" : "not healthy");
    exporters.forEach(exporter -> lines.add(exporter.toString()));
    aggregators.forEach(aggregator -> lines.add(aggregator.toString()));
    return lines.toString();
  }
}
