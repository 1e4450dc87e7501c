package io.numetry.testkit;

import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryOptions;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaNode;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.NumaTopology;
import io.numetry.numa.PageLocations;
import io.numetry.numa.PlacementException;
import io.numetry.numa.ThreadPin;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A host of two nodes, 0-2 and 3-5, that does as it is told: what it refuses to pin to, and where
 * it says that pages are. Memory is the real host's.
 */
public final class ScriptedHost implements NumaSystem {
  private static final NumaTopology TOPOLOGY =
      NumaTopology.of(
          new NumaNode(0, CpuSet.of(0, 1, 2), true), new NumaNode(1, CpuSet.of(3, 4, 5), true));

  private final NumaSystem host = NumaSystem.system();
  private final Map<String, CpuSet> affinities = new ConcurrentHashMap<>();
  private final Map<String, Integer> nodeByKind = new ConcurrentHashMap<>();
  private volatile CpuSet refused = CpuSet.of();
  private volatile OptionalInt pagesOn = OptionalInt.empty();
  private volatile @Nullable String unknownBecause;
  private volatile String exhausted = "";

  public CpuSet all() {
    return TOPOLOGY.allowedCpus();
  }

  /** What a thread of that name has, by the last word of it. */
  public CpuSet affinityOf(String thread) {
    return affinities.getOrDefault(thread, all());
  }

  /** Threads that were pinned or unpinned. */
  public Map<String, CpuSet> pinning() {
    return Map.copyOf(affinities);
  }

  public void clearPinning() {
    affinities.clear();
  }

  /** Refuses to pin to just these CPUs, and to no others. */
  public void refuse(CpuSet cpus) {
    refused = cpus;
  }

  public void pagesWhereBound() {
    nodeByKind.clear();
    pagesOn = OptionalInt.empty();
    unknownBecause = null;
  }

  public void pagesOn(int node) {
    pagesWhereBound();
    pagesOn = OptionalInt.of(node);
  }

  public void pagesOfKindOn(String kind, int node) {
    pagesWhereBound();
    nodeByKind.put(kind, node);
  }

  /** There is no page to be had for memory of this kind; blank for none. */
  public void exhaust(String kind) {
    exhausted = kind;
  }

  public void pagesUnknown(String because) {
    pagesWhereBound();
    unknownBecause = because;
  }

  @Override
  public boolean bindsMemory() {
    return true;
  }

  @Override
  public Optional<String> degradedReason() {
    return Optional.empty();
  }

  @Override
  public NumaTopology topology() {
    return TOPOLOGY;
  }

  @Override
  public int currentCpu() {
    return currentAffinity().first();
  }

  @Override
  public int currentNode() {
    return TOPOLOGY.nodeOfCpu(currentCpu()).orElseThrow();
  }

  @Override
  public OptionalInt currentKernelThread() {
    return host.currentKernelThread();
  }

  @Override
  public CpuSet currentAffinity() {
    return affinityOf(Thread.currentThread().getName());
  }

  @Override
  public ThreadPin pinCurrentThread(CpuSet cpus) {
    if (cpus.equals(refused)) {
      throw new PlacementException("pin: refused cpus=" + cpus);
    }
    String thread = Thread.currentThread().getName();
    CpuSet former = affinityOf(thread);
    affinities.put(thread, cpus);
    return new ThreadPin() {
      @Override
      public CpuSet cpus() {
        return cpus;
      }

      @Override
      public void close() {
        if (former.equals(refused)) {
          throw new PlacementException("unpin: refused cpus=" + former);
        }
        if (Thread.currentThread().getName().equals(thread)) {
          affinities.put(thread, former);
        } else {
          throw new IllegalStateException("unpinned by " + Thread.currentThread().getName());
        }
      }
    };
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag) {
    return reserve(node, bytes, tag, MemoryOptions.NONE);
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag, MemoryOptions options) {
    int real = host.topology().nodes().getFirst().id();
    return new ScriptedMemory(node, host.reserve(real, bytes, tag, options));
  }

  private final class ScriptedMemory implements NodeMemory {
    private final int node;
    private final NodeMemory memory;

    ScriptedMemory(int node, NodeMemory memory) {
      this.node = node;
      this.memory = memory;
    }

    @Override
    public PageLocations locateTouched() {
      PageLocations real = memory.locateTouched();
      long pages = real.present() + real.notPresent() + real.unknown();
      String because = unknownBecause;
      if (because != null) {
        return new PageLocations(real.pageBytes(), Map.of(), 0, pages, Optional.of(because));
      }
      int where = nodeByKind.getOrDefault(tag().name(), pagesOn.orElse(node));
      Map<Integer, Long> byNode = pages == 0 ? Map.of() : Map.of(where, pages);
      return new PageLocations(real.pageBytes(), byNode, 0, 0, Optional.empty());
    }

    @Override
    public int node() {
      return node;
    }

    @Override
    public boolean bound() {
      return true;
    }

    @Override
    public MemorySegment segment() {
      return memory.segment();
    }

    @Override
    public long address() {
      return memory.address();
    }

    @Override
    public long byteSize() {
      return memory.byteSize();
    }

    @Override
    public MemoryTag tag() {
      return memory.tag();
    }

    @Override
    public MemoryOptions options() {
      return memory.options();
    }

    @Override
    public List<String> shortfalls() {
      return memory.shortfalls();
    }

    @Override
    public int pageBytes() {
      return memory.pageBytes();
    }

    @Override
    public void touch(long offset, long bytes) {
      if (tag().name().equals(exhausted)) {
        throw new PlacementException("touch: no memory for tag=" + tag().name());
      }
      memory.touch(offset, bytes);
    }

    @Override
    public void release(long offset, long bytes) {
      memory.release(offset, bytes);
    }

    @Override
    public void close() {
      memory.close();
    }
  }
}
