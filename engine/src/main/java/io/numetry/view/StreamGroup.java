package io.numetry.view;

import java.util.List;

/**
 * The streams of a set that keep the same attributes, and therefore have the same series.
 *
 * @param filter what stays of a registration's attributes
 * @param streams one or more
 */
public record StreamGroup(AttributeFilter filter, List<MetricStream> streams) {

  public StreamGroup {
    streams = List.copyOf(streams);
  }
}
