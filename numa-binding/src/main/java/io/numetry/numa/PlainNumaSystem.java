package io.numetry.numa;

import io.numetry.numa.topology.HostTopology;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where nothing can be placed: one assumed node, memory of the JVM's own allocator, no pinning. */
final class PlainNumaSystem implements NumaSystem {

  private static final int UNKNOWN_CPU = -1;

  /** A unit to count and release by; the platform's own page size does not matter here. */
  private static final int PAGE_BYTES = 4096;

  private final String reason;
  private final NumaTopology topology;

  PlainNumaSystem(String reason) {
    this.reason = reason;
    int cpus = Runtime.getRuntime().availableProcessors();
    CpuSet allCpus = CpuSet.of(IntStream.range(0, cpus).toArray());
    this.topology = NumaTopology.of(HostTopology.assumed(allCpus, reason));
  }

  @Override
  public boolean bindsMemory() {
    return false;
  }

  @Override
  public Optional<String> degradedReason() {
    return Optional.of(reason);
  }

  @Override
  public NumaTopology topology() {
    return topology;
  }

  @Override
  public int currentCpu() {
    return UNKNOWN_CPU;
  }

  @Override
  public int currentNode() {
    return topology.nodes().getFirst().id();
  }

  @Override
  public CpuSet currentAffinity() {
    return topology.allowedCpus();
  }

  @Override
  public ThreadPin pinCurrentThread(CpuSet cpus) {
    throw new PlacementException(
        "pin: cpus=" + cpus + " cannot be had, run unpinned here. " + reason);
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag) {
    return reserve(node, bytes, tag, MemoryOptions.NONE);
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag, MemoryOptions options) {
    int existingNode = topology.node("reserve", node).id();
    List<String> shortfalls =
        options.equals(MemoryOptions.NONE)
            ? List.of()
            : List.of("reserve: huge or locked pages cannot be had. " + reason);
    long wholeBytes = TrackedMemory.wholePages(bytes, PAGE_BYTES);
    return new ArenaMemory(wholeBytes, existingNode, tag, PAGE_BYTES, shortfalls);
  }
}
