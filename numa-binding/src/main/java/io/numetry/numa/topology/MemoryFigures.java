package io.numetry.numa.topology;

import java.util.List;
import java.util.OptionalLong;

/**
 * A node's memory when the topology was read.
 *
 * @param totalBytes what the kernel manages there; empty if not told
 * @param freeBytes what nobody used, caches not counted; empty if not told
 * @param hugePages a pool a page size, smallest pages first
 */
public record MemoryFigures(
    OptionalLong totalBytes, OptionalLong freeBytes, List<HugePagePool> hugePages) {

  static final MemoryFigures UNKNOWN =
      new MemoryFigures(OptionalLong.empty(), OptionalLong.empty(), List.of());

  public MemoryFigures {
    hugePages = List.copyOf(hugePages);
  }
}
