package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.placement.CoreChoice.AllCores;
import io.numetry.numa.placement.CoreChoice.CoreCount;
import io.numetry.numa.placement.CoreChoice.CoreSet;
import java.util.Optional;

/**
 * What is wanted of a placement. Made by {@link #allCores()}, {@link #coreCount} or {@link
 * #coreSet}, refined by the methods named "with".
 *
 * @param cores how many, or which
 * @param threads which hardware threads; of no effect on a set, whose CPUs are named
 * @param isolated what to do with isolated CPUs; of no effect on a set
 * @param housekeepingPerNode CPUs of each node that no core gets, for aggregators and network
 *     threads; of no effect beside a list
 * @param housekeepingCpus the very CPUs that no core gets; empty to have them chosen
 * @param bestEffort false if anything less than what is asked for is an error
 */
public record PlacementRequest(
    CoreChoice cores,
    ThreadUse threads,
    IsolatedUse isolated,
    int housekeepingPerNode,
    Optional<CpuSet> housekeepingCpus,
    boolean bestEffort) {

  public PlacementRequest {
    if (housekeepingPerNode < 0) {
      throw new IllegalArgumentException(
          "placement: housekeeping=" + housekeepingPerNode + " is negative, write 0 or more");
    }
    if (housekeepingCpus.isPresent() && housekeepingCpus.get().isEmpty()) {
      throw new IllegalArgumentException(
          "placement: housekeeping is an empty list, write a list such as 0-1, or a count");
    }
    if (cores instanceof CoreSet set) {
      CpuSet both = housekeepingCpus.orElse(CpuSet.of()).intersect(set.cpus());
      if (!both.isEmpty()) {
        throw new IllegalArgumentException(
            "placement: cpus="
                + both
                + " are in core_set="
                + set.cpus()
                + " and in housekeeping="
                + housekeepingCpus.get()
                + ", write each in one of them");
      }
    }
  }

  private static PlacementRequest of(CoreChoice cores) {
    return new PlacementRequest(
        cores, ThreadUse.ONE_PER_CORE, IsolatedUse.FIRST, 0, Optional.empty(), false);
  }

  /** A core on every CPU that can be had; strict, one a physical core, nothing kept free. */
  public static PlacementRequest allCores() {
    return of(new AllCores());
  }

  /** So many cores; strict, one a physical core, isolated CPUs first, nothing kept free. */
  public static PlacementRequest coreCount(int cores) {
    return of(new CoreCount(cores));
  }

  /** A core on each of these CPUs; strict, nothing kept free. */
  public static PlacementRequest coreSet(CpuSet cpus) {
    return of(new CoreSet(cpus));
  }

  /**
   * As {@link #coreSet(CpuSet)}.
   *
   * @param list in the kernel's format, "2-5,8"
   */
  public static PlacementRequest coreSet(String list) {
    return coreSet(CpuSet.parse(list));
  }

  /** This request, with other hardware threads. */
  public PlacementRequest withThreads(ThreadUse use) {
    return new PlacementRequest(
        cores, use, isolated, housekeepingPerNode, housekeepingCpus, bestEffort);
  }

  /** This request, with another use of isolated CPUs. */
  public PlacementRequest withIsolated(IsolatedUse use) {
    return new PlacementRequest(
        cores, threads, use, housekeepingPerNode, housekeepingCpus, bestEffort);
  }

  /** This request, with so many CPUs of each node kept free of cores. */
  public PlacementRequest withHousekeepingPerNode(int cpus) {
    return new PlacementRequest(cores, threads, isolated, cpus, Optional.empty(), bestEffort);
  }

  /** This request, with these CPUs kept free of cores. */
  public PlacementRequest withHousekeeping(CpuSet cpus) {
    return new PlacementRequest(cores, threads, isolated, 0, Optional.of(cpus), bestEffort);
  }

  /** This request; where it cannot be met in full, the plan says what is missing. */
  public PlacementRequest orBestEffort() {
    return new PlacementRequest(
        cores, threads, isolated, housekeepingPerNode, housekeepingCpus, true);
  }
}
