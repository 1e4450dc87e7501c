package io.numetry.export;

import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;

/** What a node offers to an exporter's part on it. */
public interface NodeContext {

  /** The NUMA node's number. */
  int node();

  /** Reserves memory on this node; the caller closes it. */
  NodeMemory reserve(long bytes, MemoryTag tag);
}
