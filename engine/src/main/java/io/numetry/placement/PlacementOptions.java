package io.numetry.placement;

import io.numetry.numa.MemoryOptions;
import io.numetry.numa.placement.PlacementPlan;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a telemetry places.
 *
 * @param plan checked; empty if none was asked for
 * @param policies where they are other than by default
 * @param bankMemory pages of the cores' banks
 * @param file where to tell others what is placed; empty for nowhere
 */
public record PlacementOptions(
    Optional<PlacementPlan> plan,
    Map<PlacementSubject, PlacementPolicy> policies,
    MemoryOptions bankMemory,
    Optional<Path> file) {

  public PlacementOptions {
    Map<PlacementSubject, PlacementPolicy> copy = new EnumMap<>(PlacementSubject.class);
    copy.putAll(policies);
    policies = copy;
  }

  boolean isStrict(PlacementSubject subject) {
    return policies.getOrDefault(subject, subject.byDefault()) == PlacementPolicy.STRICT;
  }
}
