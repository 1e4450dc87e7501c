package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;

/** How many cores are wanted, or which. */
public sealed interface CoreChoice {

  /** A core on every CPU that can be had. */
  record AllCores() implements CoreChoice {
    @Override
    public String toString() {
      return "all_cores";
    }
  }

  /**
   * So many cores; the strategy chooses where.
   *
   * @param cores one at least
   */
  record CoreCount(int cores) implements CoreChoice {
    public CoreCount {
      if (cores < 1) {
        throw new IllegalArgumentException(
            "placement: core_count=" + cores + " is too few, write 1 or more, or all_cores");
      }
    }

    @Override
    public String toString() {
      return "core_count " + cores;
    }
  }

  /**
   * A core on each of these CPUs.
   *
   * @param cpus one at least
   */
  record CoreSet(CpuSet cpus) implements CoreChoice {
    public CoreSet {
      if (cpus.isEmpty()) {
        throw new IllegalArgumentException(
            "placement: core_set is empty, write a list such as 2-5,8, or all_cores");
      }
    }

    @Override
    public String toString() {
      return "core_set " + cpus;
    }
  }
}
