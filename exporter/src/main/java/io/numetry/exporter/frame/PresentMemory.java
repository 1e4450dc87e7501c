package io.numetry.exporter.frame;

import io.numetry.export.NodeContext;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;

/** Memory of a node whose pages are all there, so that writing to it does not fault. */
public final class PresentMemory {

  private PresentMemory() {}

  /** Reserves and touches; of memory that cannot be touched nothing is left. */
  public static NodeMemory reserve(NodeContext node, long bytes, MemoryTag tag) {
    NodeMemory memory = node.reserve(bytes, tag);
    try {
      memory.touch(0, memory.byteSize());
      return memory;
    } catch (RuntimeException refused) {
      memory.close();
      throw refused;
    }
  }
}
