package io.numetry.placement;

import java.util.OptionalInt;

/** Where a core is to be. */
public sealed interface CorePlace {

  /** Where its thread is; the thread is not pinned. */
  record Floating() implements CorePlace {}

  /** On a CPU. */
  record Pinned(int cpu) implements CorePlace {
    public Pinned {
      if (cpu < 0) {
        throw new IllegalArgumentException("core: cpu=" + cpu + ", write a CPU's number");
      }
    }
  }

  /**
   * Where the plan puts a core.
   *
   * @param index of the core in the plan; empty for the first that is not taken
   */
  record Planned(OptionalInt index) implements CorePlace {
    public Planned {
      if (index.orElse(0) < 0) {
        throw new IllegalArgumentException(
            "core: planned index=" + index.getAsInt() + ", write 0 or more");
      }
    }
  }
}
