package io.numetry.testkit;

import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaNode;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.NumaTopology;
import io.numetry.numa.ThreadPin;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A host of two nodes, as far as threads and names go: each test thread says which node it is on;
 * all memory is the real host's first node's.
 */
public final class TwoNodes implements NumaSystem {
  private final NumaSystem host = NumaSystem.system();
  private final int hostNode = host.topology().nodes().getFirst().id();
  private final ThreadLocal<Integer> currentNode = ThreadLocal.withInitial(() -> 0);

  /** The calling thread now runs on this node. */
  public void moveTo(int node) {
    currentNode.set(node);
  }

  @Override
  public boolean bindsMemory() {
    return false;
  }

  @Override
  public Optional<String> degradedReason() {
    return Optional.empty();
  }

  @Override
  public NumaTopology topology() {
    return NumaTopology.of(
        new NumaNode(0, CpuSet.of(0), true), new NumaNode(1, CpuSet.of(1), true));
  }

  @Override
  public int currentCpu() {
    return currentNode.get();
  }

  @Override
  public int currentNode() {
    return currentNode.get();
  }

  @Override
  public OptionalInt currentKernelThread() {
    return host.currentKernelThread();
  }

  @Override
  public CpuSet currentAffinity() {
    return CpuSet.of(0, 1);
  }

  @Override
  public ThreadPin pinCurrentThread(CpuSet cpus) {
    return new ThreadPin() {
      @Override
      public CpuSet cpus() {
        return cpus;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag) {
    return host.reserve(hostNode, bytes, tag);
  }
}
