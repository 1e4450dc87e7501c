package io.numetry.exporter.testkit;

import io.numetry.export.NodeContext;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.PlacementException;

/** A node of this host, whose memory can run out when a test wants it to. */
public final class TestNode implements NodeContext {
  private int reservationsLeft = Integer.MAX_VALUE;

  /** After so many more reservations, the next one fails. */
  public void reservationsLeft(int count) {
    reservationsLeft = count;
  }

  @Override
  public int node() {
    return NumaSystem.system().topology().nodes().getFirst().id();
  }

  @Override
  public NodeMemory reserve(long bytes, MemoryTag tag) {
    if (reservationsLeft-- == 0) {
      throw new PlacementException("test: no memory");
    }
    return NumaSystem.system().reserve(node(), bytes, tag);
  }
}
