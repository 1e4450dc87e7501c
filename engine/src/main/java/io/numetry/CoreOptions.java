package io.numetry;

import io.numetry.placement.CorePlace;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How to open a core.
 *
 * @param name unique among the open cores; null for one made of the thread's name
 * @param place where the calling thread and the bank are to be
 */
public record CoreOptions(@Nullable String name, CorePlace place) {

  /** Pins the calling thread to {@code cpu}; the bank lies on that CPU's node. */
  public static CoreOptions pinned(int cpu) {
    return new CoreOptions(null, new CorePlace.Pinned(cpu));
  }

  /** Leaves the calling thread where it is; the bank lies on the node it runs on now. */
  public static CoreOptions floating() {
    return new CoreOptions(null, new CorePlace.Floating());
  }

  /**
   * Pins the calling thread to the first core of the plan that is not taken, see {@link
   * TelemetryBuilder#placement}: each of an engine's threads asks for this, and each has its own.
   */
  public static CoreOptions planned() {
    return new CoreOptions(null, new CorePlace.Planned(OptionalInt.empty()));
  }

  /**
   * Pins the calling thread to a certain core of the plan.
   *
   * @param index from 0 up, as {@code PlacementPlan.explain()} numbers them
   */
  public static CoreOptions planned(int index) {
    return new CoreOptions(null, new CorePlace.Planned(OptionalInt.of(index)));
  }

  public CoreOptions named(String coreName) {
    if (coreName.isBlank()) {
      throw new IllegalArgumentException("core: name is blank");
    }
    return new CoreOptions(coreName, place);
  }
}
