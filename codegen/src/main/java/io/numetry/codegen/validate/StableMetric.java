package io.numetry.codegen.validate;

import io.numetry.schema.AttributeDescriptor;
import io.numetry.schema.Dimension;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.StabilityLevel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stable metric keeps.
 *
 * @param keys of all attributes, sorted, joined by commas
 */
record StableMetric(String name, String kind, String unit, String valueType, String keys) {
  private static final String NO_KEYS = "-";

  /** The stable metrics of a set. */
  static List<StableMetric> of(ValidSet set) {
    return set.descriptor().instruments().stream()
        .filter(each -> each.stability() == StabilityLevel.STABLE)
        .map(each -> of(set, each))
        .toList();
  }

  static StableMetric of(ValidSet set, InstrumentDescriptor instrument) {
    String keys =
        Stream.concat(
                set.descriptor().attributes().stream().map(AttributeDescriptor::key),
                instrument.dimensions().stream().map(Dimension::key))
            .sorted()
            .collect(Collectors.joining(","));
    return new StableMetric(
        instrument.name(),
        instrument.kind().name(),
        instrument.unit(),
        instrument.valueType().name(),
        keys.isEmpty() ? NO_KEYS : keys);
  }

  /** The line of a baseline. */
  String line() {
    return String.join(" ", name, kind, unit, valueType, keys);
  }

  /** What is kept, without the name. */
  String shape() {
    return String.join(" ", kind, unit, valueType, keys);
  }

  /** True if {@code other} keeps it; a class without parameters' names tells nothing of keys. */
  boolean isKeptBy(StableMetric other, boolean withKeys) {
    return kind.equals(other.kind)
        && unit.equals(other.unit)
        && valueType.equals(other.valueType)
        && (!withKeys || keys.equals(other.keys));
  }
}
