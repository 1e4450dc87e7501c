package io.numetry.bench.affinity.measure;

import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.NumaTopology;
import io.numetry.numa.PageLocations;
import io.numetry.numa.ThreadPin;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * This host with two things changed: all memory comes from one node, and a node's aggregator is
 * pinned where the bench wants it. Remembers the memory it handed out last, to ask where it lies.
 */
final class WatchedNuma implements NumaSystem {

  private final NumaSystem host;
  private final OptionalInt memoryNode;
  private final String aggregator;
  private final @Nullable CpuSet aggregatorCpus;
  private volatile @Nullable NodeMemory last;

  private WatchedNuma(
      NumaSystem host, OptionalInt memoryNode, String aggregator, @Nullable CpuSet cpus) {
    this.host = host;
    this.memoryNode = memoryNode;
    this.aggregator = aggregator;
    this.aggregatorCpus = cpus;
  }

  /** All memory comes from a node, whichever is asked for. */
  static WatchedNuma withMemoryOn(NumaSystem host, int node) {
    return new WatchedNuma(host, OptionalInt.of(node), "", null);
  }

  /** The thread of a node's aggregator is pinned to these CPUs, whichever it asks for. */
  static WatchedNuma withAggregatorOn(NumaSystem host, int node, CpuSet cpus) {
    return new WatchedNuma(host, OptionalInt.empty(), "numetry-node-" + node, cpus);
  }

  /**
   * Where the memory that was handed out last lies: "node 1", or why that is not known.
   *
   * @throws IllegalStateException if pages of it lie on another node than the one asked for
   */
  String whereLastLies() {
    NodeMemory memory = last;
    if (memory == null) {
      throw new IllegalStateException("bank: no memory was asked for");
    }
    PageLocations pages;
    try {
      pages = memory.locate();
    } catch (UnsupportedOperationException e) {
      return "not told: " + e.getMessage();
    }
    if (pages.unknown() > 0) {
      return "not told: " + pages.unknownBecause().orElse("the kernel told nothing");
    }
    if (memory.bound() && !pages.allOn(memory.memoryNode().orElse(memory.node()))) {
      throw new IllegalStateException("bank: asked for node " + memory.node() + ", got " + pages);
    }
    return "node "
        + String.join(", ", pages.pagesByNode().keySet().stream().map(String::valueOf).toList());
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag) {
    NodeMemory memory = host.reserve(memoryNode.orElse(node), bytes, tag);
    last = memory;
    return memory;
  }

  @Override
  public ThreadPin pinCurrentThread(CpuSet cpus) {
    boolean isAggregator =
        aggregatorCpus != null && Thread.currentThread().getName().equals(aggregator);
    return host.pinCurrentThread(isAggregator ? aggregatorCpus : cpus);
  }

  @Override
  public boolean bindsMemory() {
    return host.bindsMemory();
  }

  @Override
  public Optional<String> degradedReason() {
    return host.degradedReason();
  }

  @Override
  public NumaTopology topology() {
    return host.topology();
  }

  @Override
  public int currentCpu() {
    return host.currentCpu();
  }

  @Override
  public int currentNode() {
    return host.currentNode();
  }

  @Override
  public OptionalInt currentKernelThread() {
    return host.currentKernelThread();
  }

  @Override
  public CpuSet currentAffinity() {
    return host.currentAffinity();
  }
}
