package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.HostTopology;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which CPUs are missing, and why. */
final class Shortage {

  private Shortage() {}

  /**
   * @param wanted so many cores
   * @param possible the CPUs that cores could have
   * @param kept the CPUs that housekeeping has
   */
  static String ofCores(
      int wanted, CpuSet possible, CpuSet kept, PlacementRequest request, HostTopology host) {
    Map<String, CpuSet> others = new LinkedHashMap<>();
    host.presentCpus().minus(possible).stream()
        .forEach(cpu -> others.merge(why(cpu, kept, request, host), CpuSet.of(cpu), CpuSet::union));
    String reasons =
        others.entrySet().stream()
            .map(other -> "cpus=" + other.getValue() + " " + other.getKey())
            .collect(Collectors.joining(", "));
    return "placement: cores="
        + wanted
        + " cannot be had, "
        + possible.size()
        + " can be"
        + (possible.isEmpty() ? "" : " on cpus=" + possible)
        + (reasons.isEmpty() ? "" : "; " + reasons);
  }

  private static String why(int cpu, CpuSet kept, PlacementRequest request, HostTopology host) {
    return host.whyNotPinnable(cpu)
        .orElseGet(
            () -> {
              if (kept.contains(cpu)) {
                return "kept for housekeeping";
              }
              if (request.isolated() == IsolatedUse.AVOID && host.quietCpus().contains(cpu)) {
                return "isolated and avoided";
              }
              return "idle beside another thread of the same physical core";
            });
  }

  /** What to write instead. */
  static String advice(int possible) {
    return "; write "
        + (possible > 0 ? "core_count " + possible + ", " : "")
        + "allow more CPUs, keep fewer, use siblings, or ask for best effort";
  }
}
