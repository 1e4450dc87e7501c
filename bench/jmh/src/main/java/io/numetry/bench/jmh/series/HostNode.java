package io.numetry.bench.jmh.series;

import io.numetry.export.NodeContext;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;

/** This host's first node. */
public final class HostNode implements NodeContext {
  private final NumaSystem numa = NumaSystem.system();

  @Override
  public int node() {
    return numa.topology().nodes().getFirst().id();
  }

  @Override
  public NodeMemory reserve(long bytes, MemoryTag tag) {
    return numa.reserve(node(), bytes, tag);
  }
}
