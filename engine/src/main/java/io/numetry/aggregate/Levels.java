package io.numetry.aggregate;

import io.numetry.schema.MetricSetDescriptor;
import java.util.Map;

/**
 * Which level each metric set is summed up to.
 *
 * @param general for all sets that are not named
 * @param bySet for sets of these names
 */
public record Levels(AggregationLevel general, Map<String, AggregationLevel> bySet) {

  public Levels {
    bySet = Map.copyOf(bySet);
  }

  AggregationLevel of(MetricSetDescriptor set) {
    return bySet.getOrDefault(set.name(), general);
  }
}
