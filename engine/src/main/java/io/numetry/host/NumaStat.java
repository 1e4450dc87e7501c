package io.numetry.host;

import io.numetry.numa.proc.KernelText;
import java.util.OptionalLong;

/**
 * A node's {@code numastat} file.
 *
 * @param text the file's lines
 */
public record NumaStat(String text) {

  /** Pages that were wanted on the node and came from it. */
  public OptionalLong hits() {
    return KernelText.valueOf(text, "numa_hit");
  }

  /** Pages that were wanted on another node and came from this one. */
  public OptionalLong misses() {
    return KernelText.valueOf(text, "numa_miss");
  }

  /** Pages that were wanted on the node and came from another one. */
  public OptionalLong foreign() {
    return KernelText.valueOf(text, "numa_foreign");
  }

  /** Pages of the node that threads on it took. */
  public OptionalLong local() {
    return KernelText.valueOf(text, "local_node");
  }

  /** Pages of the node that threads on another one took. */
  public OptionalLong other() {
    return KernelText.valueOf(text, "other_node");
  }
}
