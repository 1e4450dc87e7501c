package io.numetry.snapshot;

import io.numetry.attribute.Attributes;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.Temporality;

/**
 * One point of one series.
 *
 * @param node NUMA node whose aggregator told it
 * @param metricSet the set's name
 * @param instrument as it is sent, views applied
 * @param temporality what the value covers; means nothing for a gauge
 * @param attributes of the series, the level's and the measurement's among them
 * @param startUnixNanos since when the value adds up
 * @param timeUnixNanos when it was taken
 */
public record MetricPoint(
    int node,
    String metricSet,
    InstrumentDescriptor instrument,
    Temporality temporality,
    Attributes attributes,
    long startUnixNanos,
    long timeUnixNanos,
    PointValue value) {

  /** The metric's name. */
  public String name() {
    return instrument.name();
  }
}
