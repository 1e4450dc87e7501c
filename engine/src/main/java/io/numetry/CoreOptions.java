package io.numetry;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How to open a core.
 *
 * @param name unique among the open cores; null for one made of the thread's name
 * @param cpu the CPU to pin the calling thread to; empty for a floating core
 */
public record CoreOptions(@Nullable String name, OptionalInt cpu) {

  /** Pins the calling thread to {@code cpu}; the bank lies on that CPU's node. */
  public static CoreOptions pinned(int cpu) {
    return new CoreOptions(null, OptionalInt.of(cpu));
  }

  /** Leaves the calling thread where it is; the bank lies on the node it runs on now. */
  public static CoreOptions floating() {
    return new CoreOptions(null, OptionalInt.empty());
  }

  public CoreOptions named(String coreName) {
    if (coreName.isBlank()) {
      throw new IllegalArgumentException("core: name is blank");
    }
    return new CoreOptions(coreName, cpu);
  }
}
