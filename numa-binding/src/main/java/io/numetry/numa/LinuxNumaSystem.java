package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Linux, with libnuma or without. */
final class LinuxNumaSystem implements NumaSystem {

  private static final int UNKNOWN_NODE = -1;

  private final LinuxLibraries libraries;
  private final Affinity affinity;
  private final NumaTopology topology;
  private final @Nullable NodeBinder binder;
  private final Degradation degradation;

  /**
   * @param binder null if memory cannot be bound; the degradation knows why
   */
  LinuxNumaSystem(
      LinuxLibraries libraries,
      NumaTopology topology,
      @Nullable NodeBinder binder,
      Degradation degradation) {
    this.libraries = libraries;
    this.affinity = new Affinity(libraries);
    this.topology = topology;
    this.binder = binder;
    this.degradation = degradation;
  }

  @Override
  public boolean bindsMemory() {
    return degradedReason().isEmpty();
  }

  @Override
  public Optional<String> degradedReason() {
    return degradation.reason();
  }

  @Override
  public NumaTopology topology() {
    return topology;
  }

  @Override
  public int currentCpu() {
    return libraries.libc().sched_getcpu();
  }

  @Override
  public int currentNode() {
    return topology.nodes().size() == 1
        ? topology.nodes().getFirst().id()
        : topology.nodeOfCpu(currentCpu()).orElse(UNKNOWN_NODE);
  }

  @Override
  public CpuSet currentAffinity() {
    return affinity.ofCallingThread();
  }

  @Override
  public ThreadPin pinCurrentThread(CpuSet cpus) {
    return LinuxThreadPin.pinCurrentThread(affinity, topology, cpus);
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag) {
    NumaNode target = topology.node("reserve", node);
    long wholeBytes = TrackedMemory.wholePages(bytes, libraries.pageBytes());
    long address = map(wholeBytes, node, tag);
    boolean bound = bind(address, wholeBytes, target);
    return new MappedMemory(libraries, address, wholeBytes, node, bound, tag);
  }

  private long map(long bytes, int node, MemoryTag tag) {
    long address =
        libraries
            .libc()
            .mmap(
                0,
                bytes,
                LibC.PROT_READ | LibC.PROT_WRITE,
                LibC.MAP_PRIVATE | LibC.MAP_ANONYMOUS | LibC.MAP_NORESERVE,
                -1,
                0);
    if (address == LibC.MAP_FAILED) {
      int errno = libraries.errno();
      throw new PlacementException(
          "reserve: the kernel refused bytes="
              + bytes
              + " node="
              + node
              + " tag="
              + tag.name()
              + ", "
              + libraries.describe(errno)
              + "; ask for less, or see ulimit -v and vm.max_map_count");
    }
    return address;
  }

  /** Before any page is touched: the policy decides where pages come from, it moves none. */
  private boolean bind(long address, long bytes, NumaNode target) {
    if (binder == null) {
      return false;
    }
    Optional<String> refusal =
        target.hasMemory()
            ? binder.bind(address, bytes, target.id())
            : Optional.of(
                "reserve: node=" + target.id() + " has no memory, the kernel takes another's");
    refusal.ifPresent(degradation::report);
    return refusal.isEmpty();
  }
}
